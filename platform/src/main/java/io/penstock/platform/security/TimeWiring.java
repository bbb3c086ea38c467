package io.penstock.platform.security;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Clock;

/** The one clock; tests put their own in its place. */
@Configuration(proxyBeanMethods = false)
class TimeWiring {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
