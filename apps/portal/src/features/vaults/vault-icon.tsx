/** Two clouds, the nearer one with a lock. */
export function VaultIcon({ size = 32 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden focusable="false" style={{ verticalAlign: 'middle' }}>
      <path d="M10 16a5 5 0 0 1 .4-10 7 7 0 0 1 13.2 1.4 5 5 0 0 1 1 9.6z" fill="#59b4d9" />
      <path d="M7 28a5.5 5.5 0 0 1 .3-11 7.5 7.5 0 0 1 14.4-.4A5.8 5.8 0 0 1 22.5 28z" fill="#0072c6" />
      <path d="M11.5 21h6v4.5h-6zM12.8 21v-1.3a1.7 1.7 0 0 1 3.4 0V21" fill="none" stroke="#ffffff" strokeWidth="1.4" />
    </svg>
  );
}
