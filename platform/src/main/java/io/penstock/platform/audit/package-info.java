/**
 * The audit log: every request that may change something, who made it, and what became of it.
 * {@link io.penstock.platform.audit.AuditTrail} writes it, {@link
 * io.penstock.platform.audit.AuditLog} reads it. Knows nobody of the platform; safe from any
 * thread.
 */
@NullMarked
package io.penstock.platform.audit;

import org.jspecify.annotations.NullMarked;
