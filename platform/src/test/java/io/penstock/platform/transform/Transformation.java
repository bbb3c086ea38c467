package io.penstock.platform.transform;

import org.springframework.context.ApplicationContext;

/** Transforms in the test's own thread what otherwise the workers would; start with none. */
public final class Transformation {

    private Transformation() {}

    /** Returns when no page waits that may be transformed. */
    public static void all(ApplicationContext platform) {
        var workers = platform.getBean(TransformWorkers.class);
        var more = true;
        while (more) {
            more = workers.transformNext();
        }
    }
}
