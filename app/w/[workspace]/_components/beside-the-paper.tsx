/** The published shares, with what they lack. */
export function BesideThePaper() {
  return (
    <p className="max-w-4xl text-sm text-muted">
      Beside the paper (
      <a
        href="https://arxiv.org/abs/2506.02153"
        className="underline underline-offset-2"
        rel="noreferrer"
      >
        arXiv 2506.02153
      </a>
      , appendix B): Open Operator 40 %, MetaGPT 60 %, Cradle 70 %. These are estimates; the unit is
      not stated, and there is no interval.
    </p>
  );
}
