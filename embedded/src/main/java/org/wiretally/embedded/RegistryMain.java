package org.wiretally.embedded;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;

/**
 * Apicurio Registry with the API of Confluent's, on the loopback interface. Arguments: data folder,
 * host, port.
 *
 * <p>The registry keeps its schemas in an H2 file in the data folder and writes each commit
 * through, so that a schema id that a record on the broker carries outlives an unclean end as the
 * record does.
 */
public final class RegistryMain {
  private static final String MAIN_CLASS = "io.quarkus.runner.GeneratedMain";

  private RegistryMain() {}

  public static void main(String[] args) {
    try {
      Path folder = Path.of(args[0]);
      String host = args[1];
      String port = args[2];
      Child child = Child.start(folder);
      configure(folder, host, port);
      URI probe = URI.create("http://" + host + ":" + port + "/apis/ccompat/v7/subjects");
      Child.daemon(
          "ready-probe",
          () -> {
            awaitReady(probe);
            child.ready();
          });
      MethodHandles.publicLookup()
          .findStatic(
              Class.forName(MAIN_CLASS), "main", MethodType.methodType(void.class, String[].class))
          .invokeExact(new String[0]);
    } catch (Throwable e) {
      e.printStackTrace();
      Runtime.getRuntime().halt(1);
    }
  }

  private static void configure(Path folder, String host, String port) {
    System.setProperty("quarkus.http.host", host);
    System.setProperty("quarkus.http.port", port);
    System.setProperty(
        "quarkus.datasource.jdbc.url",
        "jdbc:h2:file:" + folder.toAbsolutePath().resolve("schemas") + ";WRITE_DELAY=0");
    System.setProperty("quarkus.datasource.jdbc.initial-size", "1");
    System.setProperty("quarkus.datasource.jdbc.min-size", "1");
    System.setProperty("quarkus.datasource.jdbc.max-size", "10");
    // What Confluent's registry does when it is told nothing.
    System.setProperty("registry.rules.global.compatibility", "BACKWARD");
    System.setProperty("quarkus.banner.enabled", "false");
    System.setProperty("quarkus.log.console.stderr", "true");
    System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
  }

  private static void awaitReady(URI probe) {
    while (!answers(probe)) {
      try {
        Thread.sleep(25);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private static boolean answers(URI probe) {
    try {
      HttpURLConnection connection = (HttpURLConnection) probe.toURL().openConnection();
      connection.setConnectTimeout(1_000);
      connection.setReadTimeout(10_000);
      boolean ok = connection.getResponseCode() == HttpURLConnection.HTTP_OK;
      connection.disconnect();
      return ok;
    } catch (IOException e) {
      return false;
    }
  }
}
