package io.penstock.platform.acceptance;

import io.penstock.platform.setting.RunTimeSetting;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How far ahead the end of a decision may lie, as people may choose it. */
@Configuration(proxyBeanMethods = false)
class LongestAcceptance {

    @Bean
    RunTimeSetting longestAcceptanceSetting(AcceptanceSettings settings) {
        return RunTimeSetting.days(
                AcceptanceSettings.LONGEST_DAYS,
                "Accepted risks and false positives last at most",
                AcceptanceSettings.LEAST.toDays(),
                AcceptanceSettings.MOST.toDays(),
                settings.longest(),
                "For decisions made from now on; those there are keep their end.");
    }
}
