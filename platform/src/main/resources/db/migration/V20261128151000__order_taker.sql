-- Which engine process took an ordered run: when its receipt is lost it asks again, and is answered
-- the same. Null for an engine that does not say.
alter table run_order add column taken_by uuid;
