-- Never read.
alter table identity_job drop column started_at;

-- Decisions that were taken back are listed by record, too.
drop index identity_decision_a;
drop index identity_decision_b;
create index identity_decision_a on identity_decision (tenant_id, host_a);
create index identity_decision_b on identity_decision (tenant_id, host_b);
