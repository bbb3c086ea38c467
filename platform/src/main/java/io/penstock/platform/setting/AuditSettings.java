package io.penstock.platform.setting;

import io.penstock.platform.audit.AuditLog;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/**
 * Bounds of the audit log.
 *
 * @param kept how long an event is kept, 30 to 3,650 days; people may choose another time
 */
@ConfigurationProperties("penstock.audit")
public record AuditSettings(@DefaultValue("400d") Duration kept) {

    /** Key of the choice at run time. */
    static final String KEPT_DAYS = "audit.kept-days";

    static final long DAYS_MAX = 3_650;

    public AuditSettings {
        if (kept.toDays() < AuditLog.DAYS_LEAST || kept.toDays() > DAYS_MAX) {
            throw new IllegalArgumentException(
                    "penstock.audit.kept is " + kept + ", allowed are 30d to 3650d");
        }
    }
}
