package io.penstock.platform.acceptance;

import io.penstock.platform.setting.RunTimeSetting;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How far ahead the end of a decision may lie, as people may choose it. */
@Configuration(proxyBeanMethods = false)
class LongestAcceptance {

    private static final long DAYS_MAX = 3_650;

    @Bean
    RunTimeSetting longestAcceptanceSetting(AcceptanceSettings settings) {
        return RunTimeSetting.days(
                AcceptanceSettings.LONGEST_DAYS,
                "Accepted risks and false positives last at most",
                1,
                DAYS_MAX,
                settings.longest(),
                "For decisions made from now on; those there are keep their end.");
    }
}
