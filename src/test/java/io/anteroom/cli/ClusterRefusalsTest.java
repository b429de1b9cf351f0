package io.anteroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.PostgresServer;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What keeps a cluster from being used is said in one line. */
class ClusterRefusalsTest extends ClusterSetUp {
  private static String refusal(String address) {
    CommandLineRun run = CommandLineRun.of("cluster", "--cluster", address);
    run.assertRefused();
    return run.err();
  }

  @Test
  void aWrongPasswordIsNotRepeated() throws IOException, InterruptedException {
    Path said = folder.resolve("said");
    List<String> command = ClusterPrograms.command("cluster", "--cluster", programs.url());
    Process process = programs.start(command, said, Map.of("PGPASSWORD", "wrong"));
    assertThat(programs.exitCode(process)).isEqualTo(ExitCode.USAGE);
    assertThat(said)
        .content()
        .contains("password authentication failed", "check the user", "PGPASSWORD")
        .doesNotContain("wrong")
        .hasLineCount(1);
    assertThat(refusal(programs.url() + "&password=hush"))
        .contains("PGPASSWORD")
        .doesNotContain("hush");
  }

  @Test
  void aServerOrDatabaseThatIsNotThereIsNamed() {
    assertThat(refusal(programs.url().replaceAll(":\\d+/", ":1/")))
        .contains("check that the server runs");
    assertThat(refusal(programs.url().replace("/postgres?", "/none?")))
        .contains("\"none\" does not exist", "create the database");
  }

  @Test
  void anAddressThatIsNoClustersIsRefused() {
    assertThat(refusal("jdbc:mysql://here/there")).contains("allowed: jdbc:postgresql://");
    assertThat(refusal(programs.url() + "&socketFactory=some.Class"))
        .contains("leave that option out");
  }

  @Test
  void aRoleWithoutRightsIsToldWhichItNeeds() throws SQLException {
    programs.execute("create role guest login password '" + PostgresServer.PASSWORD + "'");
    programs.execute("revoke create on schema public from public");
    try {
      assertThat(refusal(server.url() + "?user=guest"))
          .contains("permission denied for schema public", "grant create, usage on schema public");
    } finally {
      programs.execute("drop role guest");
    }
  }

  @Test
  void tablesOfANewerVersionAreNotTouched() throws SQLException {
    assertThat(CommandLineRun.of("cluster", "--cluster", programs.url()).code()).isZero();
    programs.execute("update anteroom_schema set version = 99");
    assertThat(refusal(programs.url()))
        .contains("have version 99, and this Anteroom knows", "use the newer one everywhere");
  }

  @Test
  void tablesOfAnOlderVersionAreBroughtUpToDate() throws SQLException {
    programs.execute("create table anteroom_schema (version int not null)");
    assertThat(CommandLineRun.of("cluster", "--cluster", programs.url()).code()).isZero();
    assertThat(programs.rows("anteroom_workers")).isZero();
  }
}
