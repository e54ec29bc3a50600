ALTER TABLE "draw_strata" ADD COLUMN "spread" double precision;--> statement-breakpoint
ALTER TABLE "draws" ADD COLUMN "steps" jsonb DEFAULT '[]'::jsonb NOT NULL;