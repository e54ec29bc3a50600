/** The way back in after a session ended. In another tab, so that what is open here stays. */
export function SignInAgain() {
  return (
    <a href="/sign-in" target="_blank" rel="noreferrer" className="underline">
      Sign in again
    </a>
  );
}
