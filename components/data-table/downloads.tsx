import { buttonStyle } from "@/components/ui/button-style";

/** The same list, to take away. */
export function Downloads(props: { csvHref?: string | undefined; jsonHref?: string | undefined }) {
  const style = buttonStyle({ variant: "ghost", size: "sm" });
  return (
    <>
      {props.csvHref ? (
        <a href={props.csvHref} className={style} download>
          CSV
        </a>
      ) : null}
      {props.jsonHref ? (
        <a href={props.jsonHref} className={style}>
          JSON
        </a>
      ) : null}
    </>
  );
}
