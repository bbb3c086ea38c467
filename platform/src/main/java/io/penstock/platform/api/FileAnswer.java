package io.penstock.platform.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.util.DisconnectedClientHelper;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Sends a file while it is made. A failure before its first byte is answered like any other; one
 * after it breaks the connection off ({@link BrokenAnswers}), so that no half of a file looks
 * whole.
 */
record FileAnswer(HttpServletRequest request, HttpServletResponse response) {

    private static final Logger LOG = LoggerFactory.getLogger(FileAnswer.class);
    private static final int BUFFER_BYTES = 1 << 16;

    /** Writes the file. */
    interface Content {
        void to(OutputStream out) throws IOException;
    }

    void send(String fileName, String mediaType, Content content) throws IOException {
        response.setContentType(mediaType);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(fileName, StandardCharsets.UTF_8)
                        .build()
                        .toString());
        if (HttpMethod.HEAD.matches(request.getMethod())) {
            return;
        }
        try {
            var out = new BufferedOutputStream(response.getOutputStream(), BUFFER_BYTES);
            content.to(out);
            out.flush();
        } catch (IOException | RuntimeException e) {
            if (!response.isCommitted()) {
                response.reset();
                throw e;
            }
            breakOff(fileName, e);
        }
    }

    private void breakOff(String fileName, Exception thrown) {
        if (DisconnectedClientHelper.isClientDisconnectedException(thrown)) {
            LOG.debug("nobody takes the rest of {}", fileName, thrown);
        } else {
            LOG.warn("{} was broken off in the middle", fileName, thrown);
        }
        BrokenAnswers.mark(request);
    }
}
