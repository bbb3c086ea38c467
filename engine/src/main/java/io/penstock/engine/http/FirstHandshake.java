package io.penstock.engine.http;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.ByteBuffer;

import javax.net.ssl.SSLException;

/**
 * What the first TLS call of a process must do anyway, done ahead on a thread of its own, while the
 * start goes on: the public authorities are read, the algorithms loaded, a pair of keys made.
 * Nothing is sent and nothing is kept.
 */
public final class FirstHandshake {

    private FirstHandshake() {}

    /** Returns at once. */
    public static void prepare() {
        Thread.ofPlatform().daemon().name("first-handshake").start(FirstHandshake::hello);
    }

    private static void hello() {
        try {
            bytesOfHello();
        } catch (SSLException | RuntimeException e) {
            // The first call meets the same and tells it.
            log().debug("TLS could not be prepared.", e);
        }
    }

    /** How many bytes a client would send first. */
    static int bytesOfHello() throws SSLException {
        var engine = CaBundle.jdk().createSSLEngine("localhost", 443);
        engine.setUseClientMode(true);
        engine.beginHandshake();
        var packet = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
        return engine.wrap(ByteBuffer.allocate(0), packet).bytesProduced();
    }

    /** Not a constant: logging is being set up on another thread. */
    private static Logger log() {
        return LoggerFactory.getLogger(FirstHandshake.class);
    }
}
