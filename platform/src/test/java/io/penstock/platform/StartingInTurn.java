package io.penstock.platform;

import org.springframework.boot.context.event.ApplicationContextInitializedEvent;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.boot.context.event.ApplicationStartingEvent;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;

import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets platforms of tests that run side by side set their logging up one after the other: it is one
 * for the whole JVM, and its framework does not expect two who change it. Their longer rest they
 * start together. {@code META-INF/spring.factories} of the tests names it.
 */
final class StartingInTurn implements ApplicationListener<ApplicationEvent>, Ordered {

    private static final ReentrantLock TURN = new ReentrantLock(true);

    @Override
    public void onApplicationEvent(ApplicationEvent event) {
        if (event instanceof ApplicationStartingEvent) {
            TURN.lock();
        } else if (isSetUp(event) && TURN.isHeldByCurrentThread()) {
            TURN.unlock();
        }
    }

    private static boolean isSetUp(ApplicationEvent event) {
        return event instanceof ApplicationContextInitializedEvent
                || event instanceof ApplicationFailedEvent;
    }

    /** Before the listener of logging. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }
}
