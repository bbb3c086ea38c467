-- Which engine a token was spent on, so that the same engine may ask again when the answer got lost.
-- Tokens spent before are not known to belong to anybody and stay refused.

alter table engine_token add column engine_id uuid;

-- Checked at the end of a transaction: the token is spent before the engine is made.
alter table engine_token add constraint engine_token_engine_fkey
    foreign key (tenant_id, engine_id) references engine
    on delete set null (engine_id) deferrable initially deferred;
