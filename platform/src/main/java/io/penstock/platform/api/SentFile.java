package io.penstock.platform.api;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;

import jakarta.servlet.http.HttpServletRequest;

import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.FileUploadBase;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/**
 * A file that comes with a request: the first one of a form, or the body itself. It is read while
 * it comes.
 *
 * @param name as the sender calls it, or empty
 */
record SentFile(InputStream content, String name) implements AutoCloseable {

    /**
     * @throws FaultException CONFIGURATION for a form without a file
     */
    static SentFile of(HttpServletRequest request) throws IOException {
        if (!multipart(request)) {
            return new SentFile(request.getInputStream(), "");
        }
        try {
            var parts = new FileUpload().getItemIterator(new ServletRequestContext(request));
            while (parts.hasNext()) {
                var part = parts.next();
                if (!part.isFormField()) {
                    var name = part.getName();
                    return new SentFile(part.openStream(), name == null ? "" : name);
                }
            }
        } catch (FileUploadException e) {
            throw refused("The form cannot be read: " + e.getMessage() + ".");
        }
        throw refused("The form holds no file.");
    }

    private static boolean multipart(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith(FileUploadBase.MULTIPART);
    }

    private static FaultException refused(String sentence) {
        return new FaultException(FaultKind.CONFIGURATION, "UPLOAD_FORM", sentence, "");
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
