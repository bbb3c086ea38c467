package io.penstock.platform.report;

import io.penstock.platform.setting.RunTimeSetting;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How long reports are kept, as people may choose it. */
@Configuration(proxyBeanMethods = false)
class KeptReports {

    private static final long DAYS_MAX = 365;

    @Bean
    RunTimeSetting reportsKept(ReportSettings settings) {
        return RunTimeSetting.days(
                ReportSettings.KEPT_DAYS,
                "Reports are kept for",
                1,
                DAYS_MAX,
                settings.kept(),
                "Counted from their end. The bounds of number and size hold as well.");
    }
}
