'use client';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { homeOf } from '@/features/session/home';
import { useSession } from '@/features/session/session';

/** The address without a path leads to where the person's work is. */
export default function HomePage() {
  const { viewer } = useSession();
  const router = useRouter();
  useEffect(() => router.replace(homeOf(viewer.roles)), [router, viewer.roles]);
  return null;
}
