package io.penstock.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import javax.net.ssl.SSLException;

class FirstHandshakeTest {

    @Test
    void getsAsFarAsAClientsFirstWords() throws SSLException {
        assertThat(FirstHandshake.bytesOfHello()).isGreaterThan(100);
    }
}
