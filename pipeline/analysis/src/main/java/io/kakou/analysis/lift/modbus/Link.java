package io.kakou.analysis.lift.modbus;

import com.digitalpetri.modbus.client.ModbusTcpClient;
import com.digitalpetri.modbus.tcp.client.NettyTcpClientTransport;
import io.kakou.events.LiftController;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One connection to a controller, made when it is used first. When it is cut off nothing that was sent goes on. */
final class Link {
    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final Duration REQUEST = Duration.ofSeconds(2);

    private final AtomicReference<@Nullable Channel> channel = new AtomicReference<>();
    private final ModbusTcpClient client;
    private final CompletableFuture<ModbusTcpClient> connected;
    private volatile boolean cut;

    Link(LiftController controller, ModbusLoops loops) {
        NettyTcpClientTransport transport = NettyTcpClientTransport.create(settings -> {
            settings.setHostname(controller.host());
            settings.setPort(controller.port());
            settings.setConnectTimeout(CONNECT);
            // Who cuts it off makes another: one that comes back by itself could bring an old command along.
            settings.setConnectPersistent(false);
            settings.setEventLoopGroup(loops.network());
            settings.setExecutor(loops.answers());
            settings.setBootstrapCustomizer(bootstrap -> bootstrap
                    // What is not sent when it is cut off is thrown away by the system too (SO_LINGER of 0: a reset).
                    .option(ChannelOption.SO_LINGER, 0)
                    .option(ChannelOption.TCP_NODELAY, true));
            settings.setPipelineCustomizer(pipeline -> began(pipeline.channel()));
        });
        client = ModbusTcpClient.create(transport, settings -> settings.setRequestTimeout(REQUEST));
        connected = client.connectAsync().thenApply(nothing -> client).toCompletableFuture();
    }

    private void began(Channel begun) {
        channel.set(begun);
        if (cut) {
            var unused = begun.close();
        }
    }

    CompletableFuture<ModbusTcpClient> client() {
        return connected;
    }

    /** Whether another must be made. */
    boolean isOver() {
        return cut || (connected.isDone() && (connected.isCompletedExceptionally() || !client.isConnected()));
    }

    void cutOff() {
        cut = true;
        Channel open = channel.get();
        if (open != null) {
            var unused = open.close();
        }
        var unused = client.disconnectAsync();
    }
}
