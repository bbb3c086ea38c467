package io.penstock.testkit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A server on 127.0.0.1 that signs for itself: nobody trusts it who was not given its certificate.
 *
 * @param server what the server speaks TLS with
 * @param certificate a PEM file for those who are to trust it
 */
public record TestAuthority(SSLContext server, Path certificate) {

    private static final String PASSWORD = "changeit";

    /**
     * @param folder where its files go
     */
    public static TestAuthority in(Path folder) throws IOException, GeneralSecurityException {
        var store = folder.resolve("server.p12");
        var certificate = folder.resolve("ca.pem");
        keytool(
                "-genkeypair -keyalg EC -alias server -dname CN=server -ext san=ip:127.0.0.1"
                        + " -validity 30 -storetype PKCS12 -keystore "
                        + store);
        keytool("-exportcert -rfc -alias server -file " + certificate + " -keystore " + store);
        return new TestAuthority(context(store), certificate);
    }

    private static SSLContext context(Path store) throws IOException, GeneralSecurityException {
        var keys = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private static void keytool(String arguments) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments.split(" ")));
        command.addAll(List.of("-storepass", PASSWORD));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (var output = process.getInputStream()) {
            var said = new String(output.readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IOException("keytool: " + said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
