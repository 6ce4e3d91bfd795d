import type { ReactNode } from 'react';
import Link from 'next/link';
import { Start } from './start';

export const metadata = { title: 'next' };

export default function Layout({ children }: { readonly children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        <Start />
        <nav><Link href="/" id="home" prefetch={false}>Home</Link> <Link href="/other" id="other" prefetch={false}>Other</Link></nav>
        <main>{children}</main>
      </body>
    </html>
  );
}
