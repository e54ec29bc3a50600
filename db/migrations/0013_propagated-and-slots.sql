CREATE INDEX "labels_propagated" ON "labels" USING btree ("workspace_id","propagated_from") WHERE propagated_from IS NOT NULL;--> statement-breakpoint
-- Draws made before there were slots: a slot for each member who labelled an item, open for one who did not come yet.
INSERT INTO "assignments" ("workspace_id", "id", "draw_id", "item_id", "slot", "state", "rater_id")
SELECT said.workspace_id, gen_random_uuid(), said.draw_id, said.item_id,
  row_number() OVER (PARTITION BY said.workspace_id, said.item_id ORDER BY said.first_at, said.rater_id),
  'done', said.rater_id
FROM (
  SELECT item.workspace_id, item.draw_id, label.item_id, label.rater_id, min(label.created_at) AS first_at
  FROM "labels" label
  JOIN "draw_items" item ON item.workspace_id = label.workspace_id AND item.id = label.item_id
  WHERE label.origin = 'hand' AND NOT label.retracted AND NOT EXISTS (
    SELECT 1 FROM "labels" later WHERE later.workspace_id = label.workspace_id AND later.supersedes = label.id)
  GROUP BY item.workspace_id, item.draw_id, label.item_id, label.rater_id
) said
ON CONFLICT DO NOTHING;
--> statement-breakpoint
INSERT INTO "assignments" ("workspace_id", "id", "draw_id", "item_id", "slot", "state")
SELECT item.workspace_id, gen_random_uuid(), item.draw_id, item.id, 1, 'open'
FROM "draw_items" item
WHERE NOT EXISTS (SELECT 1 FROM "assignments" held
  WHERE held.workspace_id = item.workspace_id AND held.item_id = item.id);
