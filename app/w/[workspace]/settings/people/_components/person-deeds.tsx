import { Button } from "@/components/ui/button";
import { AskFirst } from "./ask-first";

/** Takes a member out, or oneself. */
export function PersonDeeds(props: {
  name: string;
  isSelf: boolean;
  isLastOwner: boolean;
  mayRemove: boolean;
  onRemove: () => Promise<string | null>;
  onLeave: () => Promise<string | null>;
}) {
  const { name, isSelf, isLastOwner } = props;
  if (isLastOwner) return <span className="text-muted">last owner, stays</span>;
  if (isSelf) {
    return (
      <AskFirst
        title="Leave this workspace?"
        description="You are out at once. Your labels stay. To come back you need another invitation."
        deed="Leave"
        trigger={<Button size="sm">Leave</Button>}
        onDo={props.onLeave}
      />
    );
  }
  if (!props.mayRemove) return null;
  return (
    <AskFirst
      title={`Remove ${name}?`}
      description="They are locked out at once, and the items that wait for them go to others. Their labels stay, under their name. API keys that they have seen keep working: revoke them in the settings."
      deed="Remove"
      trigger={
        <Button size="sm" aria-label={`Remove ${name}`}>
          Remove
        </Button>
      }
      onDo={props.onRemove}
    />
  );
}
