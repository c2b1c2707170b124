import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.BoltConnectorInternalSettings;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.graphdb.GraphDatabaseService;

/**
 * A Neo4j server on 127.0.0.1, started from its jars: java -cp "lib/*" Neo4jServer.java DATA_FOLDER PORT
 * REPLAN_INTERVAL, which is an ISO 8601 duration.
 *
 * <p>Prints "ready" and its address once Bolt listens, and ends when its standard input does: so it cannot outlive the
 * process that started it, however that one dies. The password comes from NEO4J_PASSWORD, since every user of the
 * machine can read a command line.
 */
public class Neo4jServer {
    public static void main(String[] arguments) {
        try {
            endWithStandardInput();
            serve(Path.of(arguments[0]), Integer.parseInt(arguments[1]), Duration.parse(arguments[2]));
            Thread.currentThread().join();
        } catch (Exception problem) {
            problem.printStackTrace();
            // An explicit exit: the threads of databases that have started would keep the process alive.
            System.exit(1);
        }
    }

    private static void endWithStandardInput() {
        var watcher = new Thread(() -> {
            try {
                System.in.transferTo(OutputStream.nullOutputStream());
            } catch (IOException closed) {
                // A broken input counts as ended.
            }
            System.exit(0);
        });
        watcher.setDaemon(true);
        watcher.start();
    }

    private static void serve(Path data, int port, Duration replanInterval) {
        var address = new SocketAddress("127.0.0.1", port);
        var server = new DatabaseManagementServiceBuilder(data)
            .setConfig(BoltConnector.enabled, true)
            .setConfig(BoltConnector.listen_address, address)
            .setConfig(BoltConnector.advertised_address, address)
            // Without these two settings, a shutdown waits ten seconds for clients that are gone.
            .setConfig(BoltConnectorInternalSettings.thread_pool_shutdown_wait_time, Duration.ZERO)
            .setConfig(BoltConnectorInternalSettings.connection_shutdown_wait_time, Duration.ZERO)
            .setConfig(GraphDatabaseSettings.auth_enabled, true)
            .setConfig(GraphDatabaseSettings.udc_enabled, false)
            .setConfig(GraphDatabaseSettings.pagecache_memory, 256L * 1024 * 1024)
            .setConfig(GraphDatabaseSettings.cypher_min_replan_interval, replanInterval)
            .build();
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown));
        setPassword(server.database("system"), System.getenv("NEO4J_PASSWORD"));
        System.out.println("ready bolt://" + address);
    }

    /** Sets the password. A restart on the same data may have that password, and refuses to set it again. */
    private static void setPassword(GraphDatabaseService system, String password) {
        try {
            system.executeTransactionally(
                "ALTER USER neo4j SET PASSWORD $password CHANGE NOT REQUIRED",
                Map.of("password", password));
        } catch (RuntimeException error) {
            if (!String.valueOf(error.getMessage()).contains("cannot be the same")) throw error;
        }
    }
}
