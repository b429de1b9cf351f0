package io.anteroom.observe.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CgroupsTest {
  @TempDir private Path folder;

  private Cgroups groups(String membership) throws IOException {
    return new Cgroups(Files.writeString(folder.resolve("cgroup"), membership), mount());
  }

  private Path mount() {
    return folder.resolve("mount");
  }

  private void write(String file, String content) throws IOException {
    Path path = mount().resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, content + "\n");
  }

  @Test
  void theTightestLimitOfVersion2Counts() throws IOException {
    write("pod/cpu.max", "150000 100000");
    write("pod/memory.max", "1000000");
    write("pod/box/cpu.max", "max 100000");
    write("pod/box/memory.max", "2000000");
    Cgroups groups = groups("0::/pod/box\n");
    assertThat(groups.cpus()).hasValue(1.5);
    assertThat(groups.memoryBytes()).hasValue(1_000_000);
  }

  @Test
  void version1HasAFolderForEachController() throws IOException {
    write("cpu/box/cpu.cfs_quota_us", "50000");
    write("cpu/box/cpu.cfs_period_us", "100000");
    write("memory/box/memory.limit_in_bytes", "4096000");
    write("memory/memory.limit_in_bytes", "9223372036854771712");
    Cgroups groups = groups("3:memory:/box\n2:cpu,cpuacct:/box\n1:name=systemd:/\n0::/\n");
    assertThat(groups.cpus()).hasValue(0.5);
    assertThat(groups.memoryBytes()).hasValue(4_096_000);
  }

  @Test
  void noLimitIsNoFigure() throws IOException {
    write("cpu/cpu.cfs_quota_us", "-1");
    write("cpu/cpu.cfs_period_us", "100000");
    write("cpu.max", "max 100000");
    write("memory.max", "max");
    Cgroups groups = groups("1:cpu:/\n0::/\n");
    assertThat(groups.cpus()).isEmpty();
    assertThat(groups.memoryBytes()).isEmpty();
  }

  @Test
  void aGroupOutsideTheContainerIsReadAtTheRoot() throws IOException {
    write("cpu.max", "200000 100000");
    assertThat(groups("0::/machine/box\n").cpus()).hasValue(2);
    assertThat(groups("0::/../../other\n").cpus()).isEmpty();
  }

  @Test
  void aSystemWithoutGroupsSetsNoLimit() {
    Cgroups groups = new Cgroups(folder.resolve("nothing"), mount());
    assertThat(groups.cpus()).isEmpty();
    assertThat(groups.memoryBytes()).isEmpty();
  }

  @Test
  void countsTheProcessorsOfARange() {
    assertThat(MachineFindings.online("0-3,8")).hasValue(5);
    assertThat(MachineFindings.online("0")).hasValue(1);
    assertThat(MachineFindings.online("")).isEmpty();
  }
}
