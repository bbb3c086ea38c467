package io.penstock.engine.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Context;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.status.Status;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;

/**
 * Hides the known secrets in what another encoder wrote: message, exception and whatever else is on
 * the line, at every level.
 */
final class MaskedEncoder implements Encoder<ILoggingEvent> {

    private final Encoder<ILoggingEvent> inner;
    private final SecretMask mask;

    MaskedEncoder(Encoder<ILoggingEvent> inner, SecretMask mask) {
        this.inner = inner;
        this.mask = mask;
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        var line = new String(inner.encode(event), StandardCharsets.UTF_8);
        return mask.hide(line).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte @Nullable [] headerBytes() {
        return inner.headerBytes();
    }

    @Override
    public byte @Nullable [] footerBytes() {
        return inner.footerBytes();
    }

    @Override
    public void start() {
        inner.start();
    }

    @Override
    public void stop() {
        inner.stop();
    }

    @Override
    public boolean isStarted() {
        return inner.isStarted();
    }

    @Override
    public void setContext(Context context) {
        inner.setContext(context);
    }

    @Override
    public Context getContext() {
        return inner.getContext();
    }

    @Override
    public void addStatus(Status status) {
        inner.addStatus(status);
    }

    @Override
    public void addInfo(String message) {
        inner.addInfo(message);
    }

    @Override
    public void addInfo(String message, Throwable cause) {
        inner.addInfo(message, cause);
    }

    @Override
    public void addWarn(String message) {
        inner.addWarn(message);
    }

    @Override
    public void addWarn(String message, Throwable cause) {
        inner.addWarn(message, cause);
    }

    @Override
    public void addError(String message) {
        inner.addError(message);
    }

    @Override
    public void addError(String message, Throwable cause) {
        inner.addError(message, cause);
    }
}
