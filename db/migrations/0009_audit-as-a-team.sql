CREATE TABLE "assignments" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"draw_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"slot" integer NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"rater_id" uuid,
	"kept_for" uuid,
	"lease_until" timestamp with time zone,
	CONSTRAINT "assignments_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "item_skips" (
	"workspace_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"rater_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "item_skips_workspace_id_item_id_rater_id_pk" PRIMARY KEY("workspace_id","item_id","rater_id")
);
--> statement-breakpoint
CREATE TABLE "price_overrides" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"provider" text,
	"model" text NOT NULL,
	"input_usd" double precision NOT NULL,
	"cached_input_usd" double precision,
	"cache_write_usd" double precision,
	"output_usd" double precision NOT NULL,
	"valid_from" date,
	"note" text,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"retired_at" timestamp with time zone,
	CONSTRAINT "price_overrides_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "projections" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"number" integer NOT NULL,
	"name" text NOT NULL,
	"inputs_hash" text NOT NULL,
	"assumptions" jsonb NOT NULL,
	"prices" jsonb NOT NULL,
	"result" jsonb NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "projections_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "human_facing_rules" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"subject" text NOT NULL,
	"value" text NOT NULL,
	"human_facing" boolean NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "human_facing_rules_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"role" text NOT NULL,
	"note" text,
	"secret_hash" text NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"accepted_by" text,
	"accepted_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "invitations_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "draw_strata" DROP CONSTRAINT "draw_strata_workspace_id_draw_id_cluster_id_pk";--> statement-breakpoint
ALTER TABLE "draw_strata" ADD COLUMN "part" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "draw_strata" ADD CONSTRAINT "draw_strata_workspace_id_draw_id_cluster_id_part_pk" PRIMARY KEY("workspace_id","draw_id","cluster_id","part");--> statement-breakpoint
ALTER TABLE "codebooks" ADD COLUMN "change_note" text;--> statement-breakpoint
ALTER TABLE "draw_frame" ADD COLUMN "part" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "draw_items" ADD COLUMN "part" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "draw_items" ADD COLUMN "slots" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "draw_strata" ADD COLUMN "kept_units" integer;--> statement-breakpoint
ALTER TABLE "draws" ADD COLUMN "allocation" text DEFAULT 'equal' NOT NULL;--> statement-breakpoint
ALTER TABLE "draws" ADD COLUMN "wanted" integer;--> statement-breakpoint
ALTER TABLE "draws" ADD COLUMN "collapse_alike" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "draws" ADD COLUMN "slots_per_item" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "draws" ADD COLUMN "second_share" double precision DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "draws" ADD COLUMN "assigned_to" jsonb;--> statement-breakpoint
ALTER TABLE "draws" ADD COLUMN "parts" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "labels" ADD COLUMN "rubric" jsonb;--> statement-breakpoint
ALTER TABLE "labels" ADD COLUMN "extra" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "labels" ADD COLUMN "propagated_from" uuid;--> statement-breakpoint
ALTER TABLE "workspaces" ADD COLUMN "scope" jsonb;--> statement-breakpoint
ALTER TABLE "workspaces" ADD COLUMN "frontier_models" jsonb;--> statement-breakpoint
ALTER TABLE "workspaces" ADD COLUMN "assumptions" jsonb;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_workspace_id_item_id_draw_items_workspace_id_id_fk" FOREIGN KEY ("workspace_id","item_id") REFERENCES "public"."draw_items"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_skips" ADD CONSTRAINT "item_skips_workspace_id_item_id_draw_items_workspace_id_id_fk" FOREIGN KEY ("workspace_id","item_id") REFERENCES "public"."draw_items"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "price_overrides" ADD CONSTRAINT "price_overrides_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "projections" ADD CONSTRAINT "projections_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "human_facing_rules" ADD CONSTRAINT "human_facing_rules_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "assignments_slot" ON "assignments" USING btree ("workspace_id","item_id","slot");--> statement-breakpoint
CREATE UNIQUE INDEX "assignments_rater" ON "assignments" USING btree ("workspace_id","item_id","rater_id");--> statement-breakpoint
CREATE INDEX "assignments_queue" ON "assignments" USING btree ("workspace_id","draw_id","state");--> statement-breakpoint
CREATE INDEX "assignments_held" ON "assignments" USING btree ("workspace_id","rater_id","state");--> statement-breakpoint
CREATE INDEX "price_overrides_model" ON "price_overrides" USING btree ("workspace_id","model");--> statement-breakpoint
CREATE UNIQUE INDEX "projections_number" ON "projections" USING btree ("workspace_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "human_facing_rules_subject" ON "human_facing_rules" USING btree ("workspace_id","subject","value");--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_secret" ON "invitations" USING btree ("secret_hash");--> statement-breakpoint
-- Draws made before there were assignments: a filled slot for every rater who labelled an item, by
-- hand and not taken back, in the order of their labels; one open slot for an item nobody labelled.
INSERT INTO "assignments" ("workspace_id", "id", "draw_id", "item_id", "slot", "state", "rater_id")
SELECT item.workspace_id, gen_random_uuid(), item.draw_id, item.id,
	row_number() OVER (PARTITION BY item.workspace_id, item.id ORDER BY said.at, said.rater_id),
	CASE WHEN said.rater_id IS NULL THEN 'open' ELSE 'done' END, said.rater_id
FROM "draw_items" item
LEFT JOIN (
	SELECT label.workspace_id, label.item_id, label.rater_id, min(label.created_at) AS at
	FROM "labels" label
	WHERE label.origin = 'hand' AND NOT label.retracted AND NOT EXISTS (
		SELECT 1 FROM "labels" later
		WHERE later.workspace_id = label.workspace_id AND later.supersedes = label.id
	)
	GROUP BY label.workspace_id, label.item_id, label.rater_id
) said ON said.workspace_id = item.workspace_id AND said.item_id = item.id;--> statement-breakpoint
UPDATE "draw_items" item SET "slots" = counted.slots
FROM (SELECT workspace_id, item_id, count(*)::int AS slots FROM "assignments" GROUP BY 1, 2) counted
WHERE counted.workspace_id = item.workspace_id AND counted.item_id = item.id AND counted.slots > 1;
