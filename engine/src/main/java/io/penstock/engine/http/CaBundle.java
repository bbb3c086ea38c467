package io.penstock.engine.http;

import io.penstock.core.fault.Fault;
import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import java.util.stream.Stream;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** The public authorities, and those of a PEM file. Checks are never weakened. */
final class CaBundle {

    private CaBundle() {}

    static SSLContext trust(Path file) {
        try (var in = Files.newInputStream(file)) {
            var ours = CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (ours.isEmpty()) {
                throw unreadable(file, null);
            }
            var store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            var number = 0;
            for (var certificate : Stream.concat(publicOnes(), ours.stream()).toList()) {
                store.setCertificateEntry("ca-" + number++, certificate);
            }
            return context(store);
        } catch (IOException | GeneralSecurityException e) {
            throw unreadable(file, e);
        }
    }

    /** The public authorities alone. */
    static SSLContext jdk() {
        try {
            return SSLContext.getDefault();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has a TLS context", e);
        }
    }

    private static SSLContext context(KeyStore store) throws GeneralSecurityException {
        var context = SSLContext.getInstance("TLS");
        context.init(null, managers(store).getTrustManagers(), null);
        return context;
    }

    private static Stream<java.security.cert.X509Certificate> publicOnes()
            throws GeneralSecurityException {
        return Arrays.stream(managers(null).getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast)
                .flatMap(manager -> Arrays.stream(manager.getAcceptedIssuers()));
    }

    private static TrustManagerFactory managers(@Nullable KeyStore store)
            throws GeneralSecurityException {
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory;
    }

    private static FaultException unreadable(Path file, @Nullable Throwable cause) {
        var fault =
                Fault.of(
                        FaultKind.CONFIGURATION,
                        "CA_BUNDLE_UNREADABLE",
                        "The file " + file + " holds no certificates in PEM form.",
                        "Set service.tls.ca-bundle to a file of -----BEGIN CERTIFICATE-----"
                                + " blocks.");
        return new FaultException(fault, cause);
    }
}
