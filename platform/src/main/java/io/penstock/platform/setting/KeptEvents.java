package io.penstock.platform.setting;

import io.penstock.platform.audit.AuditLog;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How long the audit log is kept, as people may choose it. */
@Configuration(proxyBeanMethods = false)
class KeptEvents {

    @Bean
    RunTimeSetting auditKept(AuditSettings settings) {
        return RunTimeSetting.days(
                AuditSettings.KEPT_DAYS,
                "The audit log is kept for",
                AuditLog.DAYS_LEAST,
                AuditSettings.DAYS_MAX,
                settings.kept(),
                "Older events are deleted within an hour, and API tokens that ended before.");
    }
}
