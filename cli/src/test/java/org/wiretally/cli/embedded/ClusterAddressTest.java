package org.wiretally.cli.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterAddressTest {
  private static final ClusterAddress ADDRESS = new ClusterAddress(17, "127.0.0.1", 9092, 8081);

  private final Path folder;

  ClusterAddressTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void isReadBackAsItWasWritten() throws Exception {
    ADDRESS.write(folder);
    assertThat(ClusterAddress.read(folder)).contains(ADDRESS);
    assertThat(folder.resolve("cluster.properties"))
        .content()
        .contains("bootstrap=127.0.0.1\\:9092")
        .contains("8081/apis/ccompat/v7");
  }

  @Test
  void aFileThatIsGoneOrDamagedIsNoAddress() throws Exception {
    assertThat(ClusterAddress.read(folder)).isEmpty();
    Files.writeString(folder.resolve("cluster.properties"), "pid=seventeen\nhost=127.0.0.1\n");
    assertThat(ClusterAddress.read(folder)).isEmpty();
    Files.writeString(folder.resolve("cluster.properties"), "pid=\\u00");
    assertThat(ClusterAddress.read(folder)).isEmpty();
  }
}
