package io.kakou.analysis.lift.modbus;

import com.digitalpetri.modbus.client.ModbusTcpClient;
import com.digitalpetri.modbus.pdu.ReadCoilsRequest;
import com.digitalpetri.modbus.pdu.ReadDiscreteInputsRequest;
import com.digitalpetri.modbus.pdu.ReadHoldingRegistersRequest;
import com.digitalpetri.modbus.pdu.WriteMultipleRegistersRequest;
import com.digitalpetri.modbus.pdu.WriteSingleCoilRequest;
import com.digitalpetri.modbus.pdu.WriteSingleRegisterRequest;
import io.kakou.analysis.lift.Answer;
import io.kakou.analysis.lift.Door;
import io.kakou.analysis.lift.DoorFailure;
import io.kakou.analysis.lift.Hold;
import io.kakou.analysis.lift.Say;
import io.kakou.events.LiftController;
import io.kakou.events.LiftDrive;
import io.kakou.events.LiftWire;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A controller behind Modbus TCP. Before each hold it is read: one that knows a higher generation is not written to. After it,
 * it is read back.
 *
 * <p>Fenced registers, big-endian words: generation (2), end of the command in seconds since 1970 (2), hold (1); written
 * together, so that the controller's program sees them together.
 */
public final class ModbusDoor implements Door {
    private static final int FENCED_WORDS = 5;
    private static final double LOOK_SECONDS = 2;
    private static final int WORD = 0xFFFF;

    private final LiftController controller;
    private final ModbusLoops loops;
    private final InstantSource clock;
    private @Nullable Link link;

    /** Connects with the first command. */
    public ModbusDoor(LiftController controller, ModbusLoops loops, InstantSource clock) {
        this.controller = controller;
        this.loops = loops;
        this.clock = clock;
    }

    @Override
    public CompletableFuture<Answer> hold(Hold hold) {
        return within(hold.expiresAt(), to -> read(to).thenCompose(before -> {
            if (before.generation() > hold.generation()) {
                return CompletableFuture.completedFuture(before);
            }
            if (!clock.instant().isBefore(hold.expiresAt())) {
                return failed("the command has expired before it could be sent");
            }
            return write(to, hold).thenCompose(written -> read(to));
        }));
    }

    @Override
    public CompletableFuture<Void> say(Say say) {
        Integer register = controller.voiceRegister();
        return register == null
                ? CompletableFuture.completedFuture(null)
                : within(say.expiresAt(), to -> set(to, register, 1));
    }

    @Override
    public CompletableFuture<Answer> look() {
        return within(clock.instant().plusNanos(Math.round(LOOK_SECONDS * 1e9)), this::read);
    }

    @Override
    public CompletableFuture<Void> letGo() {
        int hold = controller.address() + (controller.fenced() ? FENCED_WORDS - 1 : 0);
        return within(
                clock.instant().plusNanos(Math.round(LOOK_SECONDS * 1e9)),
                to -> controller.wire() == LiftWire.MODBUS_COIL ? coil(to, false) : set(to, hold, 0));
    }

    @Override
    public synchronized void close() {
        if (link != null) {
            link.cutOff();
            link = null;
        }
    }

    /** By then it is done, or the connection is cut off and nothing of it goes on. */
    private <T> CompletableFuture<T> within(Instant end, Function<ModbusTcpClient, CompletableFuture<T>> work) {
        long left = Duration.between(clock.instant(), end).toMillis();
        if (left <= 0) {
            return failed("the command has expired before it could be sent");
        }
        Link way = link();
        return way.client()
                .thenCompose(work)
                .orTimeout(left, TimeUnit.MILLISECONDS)
                .exceptionallyCompose(failure -> {
                    cutOff(way);
                    return failed(why(failure));
                });
    }

    private synchronized Link link() {
        Link there = link;
        if (there == null || there.isOver()) {
            if (there != null) {
                there.cutOff();
            }
            there = new Link(controller, loops);
            link = there;
        }
        return there;
    }

    private synchronized void cutOff(Link way) {
        way.cutOff();
        if (link == way) {
            link = null;
        }
    }

    private CompletableFuture<Void> write(ModbusTcpClient to, Hold hold) {
        if (controller.wire() == LiftWire.MODBUS_COIL) {
            return coil(to, true);
        }
        int value = controller.drive() == LiftDrive.HEARTBEAT ? (int) (hold.number() % WORD) + 1 : hold.seconds();
        return controller.fenced() ? block(to, hold, value) : set(to, controller.address(), value);
    }

    private CompletableFuture<Void> block(ModbusTcpClient to, Hold hold, int value) {
        if (hold.generation() > 0xFFFFFFFFL) {
            return failed("generation " + hold.generation() + " does not fit into two registers");
        }
        ByteBuffer words = ByteBuffer.allocate(2 * FENCED_WORDS);
        words.putInt((int) hold.generation());
        words.putInt((int) (hold.expiresAt().getEpochSecond() + 1));
        words.putShort((short) value);
        return to.writeMultipleRegistersAsync(
                        controller.unit(),
                        new WriteMultipleRegistersRequest(controller.address(), FENCED_WORDS, words.array()))
                .<Void>thenApply(answer -> null)
                .toCompletableFuture();
    }

    private CompletableFuture<Void> set(ModbusTcpClient to, int register, int value) {
        return to.writeSingleRegisterAsync(controller.unit(), new WriteSingleRegisterRequest(register, value))
                .<Void>thenApply(answer -> null)
                .toCompletableFuture();
    }

    private CompletableFuture<Void> coil(ModbusTcpClient to, boolean value) {
        return to.writeSingleCoilAsync(controller.unit(), new WriteSingleCoilRequest(controller.address(), value))
                .<Void>thenApply(answer -> null)
                .toCompletableFuture();
    }

    private CompletableFuture<Answer> read(ModbusTcpClient to) {
        CompletableFuture<Answer> own = controller.wire() == LiftWire.MODBUS_COIL ? readCoil(to) : readRegisters(to);
        return own.thenCombine(input(to, controller.heldInput()), ModbusDoor::heldAsSaid)
                .thenCombine(input(to, controller.doorInput()), ModbusDoor::doorAsSaid);
    }

    private static Answer heldAsSaid(Answer answer, Said said) {
        return said.set() == null ? answer : new Answer(said.set(), answer.doorClosed(), answer.generation());
    }

    private static Answer doorAsSaid(Answer answer, Said said) {
        return new Answer(answer.held(), said.set(), answer.generation());
    }

    private CompletableFuture<Answer> readCoil(ModbusTcpClient to) {
        return to.readCoilsAsync(controller.unit(), new ReadCoilsRequest(controller.address(), 1))
                .thenApply(answer -> new Answer((answer.coils()[0] & 1) == 1, null, 0))
                .toCompletableFuture();
    }

    private CompletableFuture<Answer> readRegisters(ModbusTcpClient to) {
        int words = controller.fenced() ? FENCED_WORDS : 1;
        return to.readHoldingRegistersAsync(
                        controller.unit(), new ReadHoldingRegistersRequest(controller.address(), words))
                .thenApply(answer -> answer(ByteBuffer.wrap(answer.registers())))
                .toCompletableFuture();
    }

    private Answer answer(ByteBuffer words) {
        if (!controller.fenced()) {
            return new Answer(words.getShort() != 0, null, 0);
        }
        long generation = words.getInt() & 0xFFFFFFFFL;
        words.getInt();
        return new Answer(words.getShort() != 0, null, generation);
    }

    /** @param set null where there is no such input */
    private record Said(@Nullable Boolean set) {}

    private CompletableFuture<Said> input(ModbusTcpClient to, @Nullable Integer address) {
        return address == null
                ? CompletableFuture.completedFuture(new Said(null))
                : to.readDiscreteInputsAsync(controller.unit(), new ReadDiscreteInputsRequest(address, 1))
                        .thenApply(answer -> new Said((answer.inputs()[0] & 1) == 1))
                        .toCompletableFuture();
    }

    private String why(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String where = controller.host() + ":" + controller.port() + " unit " + controller.unit();
        if (cause instanceof DoorFailure) {
            return where + ": " + cause.getMessage();
        }
        if (cause instanceof TimeoutException) {
            return where + " does not answer in time";
        }
        String message = cause.getMessage();
        return where + ": " + (message == null ? cause.getClass().getSimpleName() : message);
    }

    private static <T> CompletableFuture<T> failed(String why) {
        return CompletableFuture.failedFuture(new DoorFailure(why));
    }
}
