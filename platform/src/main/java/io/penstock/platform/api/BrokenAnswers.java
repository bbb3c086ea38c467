package io.penstock.platform.api;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;

import org.apache.coyote.CloseNowException;
import org.springframework.stereotype.Component;

import java.io.IOException;

/**
 * Closes the connection of an answer that could not be written to its end. It is a filter, and not
 * an exception of the controller, because whoever answers exceptions would write a problem behind
 * what is sent already and end the answer properly.
 */
@Component
class BrokenAnswers implements Filter {

    private static final String MARK = BrokenAnswers.class.getName();

    static void mark(ServletRequest request) {
        request.setAttribute(MARK, true);
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(request, response);
        if (request.getAttribute(MARK) != null) {
            throw new CloseNowException("the answer was broken off");
        }
    }
}
