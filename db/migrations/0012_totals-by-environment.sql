ALTER TABLE "total_deltas" ADD COLUMN "environment" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "totals" ADD COLUMN "environment" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "totals" DROP CONSTRAINT "totals_workspace_id_kind_id_day_provider_model_tier_cost_source_pk";--> statement-breakpoint
ALTER TABLE "totals" ADD CONSTRAINT "totals_bucket" PRIMARY KEY("workspace_id","kind_id","day","provider","model","environment","tier","cost_source");--> statement-breakpoint
-- Workspaces that are here already were counted without the environment: the next start counts them anew.
ALTER TABLE "workspaces" ADD COLUMN "totals_version" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "workspaces" ALTER COLUMN "totals_version" SET DEFAULT 1;
