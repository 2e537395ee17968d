'use client';
import { ChoosePasswordPage } from './choose-password-page';

export const ResetPage = () => <ChoosePasswordPage kind="reset" />;
