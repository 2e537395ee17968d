'use client';
import { ChoosePasswordPage } from './choose-password-page';

export const AcceptPage = () => <ChoosePasswordPage kind="accept" />;
