package io.penstock.platform.security;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

/** The clock and the terminal; tests put their own in their place. */
@Configuration(proxyBeanMethods = false)
class SecurityWiring {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** The process's real standard output, whatever a logging set-up has made of System.out. */
    @Bean
    Announcement announcement() {
        var output =
                new PrintStream(
                        new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        return output::println;
    }
}
