package io.kakou.analysis.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kakou.analysis.clip.MemoryShelf;
import io.kakou.analysis.store.StoreException.Code;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PortersTest {
    private final MemoryShelf shelf = new MemoryShelf();

    /** A shelf that takes nothing until so many are brought at once. */
    private record Meeting(MemoryShelf shelf, CyclicBarrier all) {
        void put(String key, byte[] bytes, String type) throws StoreException {
            try {
                all.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
                throw new StoreException(Code.AWAY, key + " came alone");
            }
            shelf.put(key, bytes, type);
        }
    }

    @Test
    void objects_that_need_not_wait_for_each_other_do_not() throws Exception {
        Meeting meeting = new Meeting(shelf, new CyclicBarrier(4));
        try (Porters porters = new Porters(new Putting(meeting::put))) {
            porters.put(parcels(4));
        }
        assertThat(shelf.list("")).hasSize(4);
    }

    @Test
    void more_than_there_are_porters_for_are_all_stored_when_it_returns() throws Exception {
        try (Porters porters = new Porters(shelf)) {
            porters.put(parcels(40));
            assertThat(shelf.list("")).hasSize(40);
        }
    }

    @Test
    void one_that_the_shelf_refuses_is_told_and_the_others_are_stored() throws Exception {
        Putting picky = new Putting((key, bytes, type) -> {
            if (key.equals("0")) {
                throw new StoreException(Code.REFUSED, key + " is refused");
            }
            shelf.put(key, bytes, type);
        });
        try (Porters porters = new Porters(picky)) {
            assertThatExceptionOfType(StoreException.class)
                    .isThrownBy(() -> porters.put(parcels(3)))
                    .withMessage("0 is refused");
        }
        assertThat(shelf.list("")).containsExactly("1", "2");
    }

    @Test
    void closed_porters_leave_the_work_to_whoever_calls() throws Exception {
        Porters porters = new Porters(shelf);
        porters.close();
        porters.put(parcels(3));
        assertThat(shelf.list("")).hasSize(3);
    }

    private static List<Parcel> parcels(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Parcel(String.valueOf(i), new byte[] {1}, "text/plain"))
                .toList();
    }

    private interface Put {
        void put(String key, byte[] bytes, String type) throws StoreException;
    }

    private record Putting(Put how) implements Shelf {
        @Override
        public void put(String key, byte[] bytes, String contentType) throws StoreException {
            how.put(key, bytes, contentType);
        }

        @Override
        public byte[] get(String key) throws StoreException {
            throw new StoreException(Code.NOT_FOUND, key);
        }

        @Override
        public byte[] get(String key, long from, int length) throws StoreException {
            throw new StoreException(Code.NOT_FOUND, key);
        }

        @Override
        public List<Listed> listing(String prefix) {
            return List.of();
        }

        @Override
        public void delete(String key) {
            throw new AssertionError("nothing is to be deleted: " + key);
        }
    }
}
