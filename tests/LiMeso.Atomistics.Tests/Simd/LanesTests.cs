using LiMeso.Atomistics.Simd;
using static LiMeso.Atomistics.Tests.Meam.MeamSystems;

namespace LiMeso.Atomistics.Tests.Simd;

/// <summary>What lanes do side by side is what plain numbers do one by one.</summary>
public unsafe class LanesTests
{
    public static TheoryData<int> Widths => [1, 4, 8];

    [Theory]
    [MemberData(nameof(Widths))]
    public void Reciprocals_logarithms_and_exponentials_are_right_to_a_few_units_in_the_last_place(int width) => Run(width, new Functions());

    [Theory]
    [MemberData(nameof(Widths))]
    public void Packing_keeps_the_order_and_unpacking_undoes_it(int width) => Run(width, new Packing());

    [Theory]
    [MemberData(nameof(Widths))]
    public void Rows_come_apart_into_directions_and_together_again(int width) => Run(width, new Transposition());

    [Theory]
    [MemberData(nameof(Widths))]
    public void Numbers_are_looked_up_in_tables_of_any_size(int width) => Run(width, new Tables());

    [Theory]
    [MemberData(nameof(Widths))]
    public void As_many_vectors_as_lanes_are_summed_at_once(int width) => Run(width, new Sums());

    private static void Run(int width, ILanesCheck check)
    {
        RequireLanes(width);
        switch (width)
        {
            case 1: check.Check<Lanes1, Singles1>(); break;
            case 4: check.Check<Lanes4, Singles8>(); break;
            default: check.Check<Lanes8, Singles16>(); break;
        }
    }

    private interface ILanesCheck
    {
        void Check<TLanes, TSingles>()
            where TLanes : struct, ILanes<TLanes>
            where TSingles : struct, ISingles<TSingles>;
    }

    private sealed class Functions : ILanesCheck
    {
        public void Check<TLanes, TSingles>()
            where TLanes : struct, ILanes<TLanes>
            where TSingles : struct, ISingles<TSingles>
        {
            var random = new Random(1);
            double* x = stackalloc double[8], result = stackalloc double[8];
            for (int round = 0; round < 2000; round++)
            {
                for (int lane = 0; lane < TLanes.Width; lane++) x[lane] = Math.Exp(60 * (random.NextDouble() - 0.5));
                TLanes value = TLanes.Load(x);
                Compare(TLanes.Reciprocal(value), x => 1 / x, 5e-16);
                Compare(TLanes.ReciprocalSqrt(value), x => 1 / Math.Sqrt(x), 5e-16);
                Compare(TLanes.Log(value), Math.Log, 1e-15);
                for (int lane = 0; lane < TLanes.Width; lane++) x[lane] = 200 * (random.NextDouble() - 0.5);
                Compare(Exponential.Of(TLanes.Load(x)), Math.Exp, 1e-15);
            }

            void Compare(TLanes found, Func<double, double> exact, double tolerance)
            {
                TLanes.Store(found, result);
                for (int lane = 0; lane < TLanes.Width; lane++) Assert.InRange(result[lane] / exact(x[lane]) - 1, -tolerance, tolerance);
            }
        }
    }

    private sealed class Packing : ILanesCheck
    {
        public void Check<TLanes, TSingles>()
            where TLanes : struct, ILanes<TLanes>
            where TSingles : struct, ISingles<TSingles>
        {
            double* numbers = stackalloc double[8], packed = stackalloc double[8], unpacked = stackalloc double[8];
            int* whole = stackalloc int[16], packedWhole = stackalloc int[24];
            for (int n = 0; n < 16; n++) whole[n] = 7 * n;
            for (int n = 0; n < 8; n++) numbers[n] = n + 0.5;
            for (uint bits = 0; bits < 1 << TLanes.Width; bits++)
            {
                double[] chosen = [.. Enumerable.Range(0, TLanes.Width).Where(lane => (bits >> lane & 1) != 0).Select(lane => lane + 0.5)];
                TLanes.Compress(TLanes.Load(numbers), bits, packed);
                Assert.Equal(chosen, new ReadOnlySpan<double>(packed, chosen.Length).ToArray());
                TLanes.CompressWhole(whole, 3, bits, packedWhole);
                Assert.Equal(chosen.Select(x => (int)(7 * (x - 0.5)) + 3), new ReadOnlySpan<int>(packedWhole, chosen.Length).ToArray());
                TLanes.Store(TLanes.Expand(packed, bits), unpacked);
                for (int lane = 0; lane < TLanes.Width; lane++) Assert.Equal((bits >> lane & 1) != 0 ? lane + 0.5 : 0, unpacked[lane]);
            }

            float* signs = stackalloc float[16];
            var random = new Random(2);
            for (int round = 0; round < 500; round++)
            {
                for (int n = 0; n < TSingles.Width; n++) signs[n] = random.Next(3) - 1.5f;
                int count = TSingles.CompressNegative(TSingles.Load(signs), whole, 1000, packedWhole);
                int[] expected = [.. Enumerable.Range(0, TSingles.Width).Where(n => signs[n] < 0).Select(n => 7 * n + 1000)];
                Assert.Equal(expected, new ReadOnlySpan<int>(packedWhole, count).ToArray());
            }
        }
    }

    private sealed class Transposition : ILanesCheck
    {
        public void Check<TLanes, TSingles>()
            where TLanes : struct, ILanes<TLanes>
            where TSingles : struct, ISingles<TSingles>
        {
            var random = new Random(3);
            double* rows = stackalloc double[80], copies = stackalloc double[32], again = stackalloc double[32], parts = stackalloc double[24];
            int* index = stackalloc int[8];
            for (int n = 0; n < 80; n++) rows[n] = random.NextDouble();
            for (int lane = 0; lane < 8; lane++) index[lane] = random.Next(20);
            TLanes.CopyRows(rows, index, rows + 4, copies, out TLanes x, out TLanes y, out TLanes z);
            TLanes.Store(x, parts);
            TLanes.Store(y, parts + 8);
            TLanes.Store(z, parts + 16);
            TLanes.StoreRows(again, x, y, z, TLanes.All(0.25));
            for (int lane = 0; lane < TLanes.Width; lane++)
            {
                for (int c = 0; c < 4; c++) Assert.Equal(rows[4 * index[lane] + c] - (c < 3 ? rows[4 + c] : 0), copies[4 * lane + c]);
                for (int c = 0; c < 3; c++) Assert.Equal(copies[4 * lane + c], parts[8 * c + lane]);
                for (int c = 0; c < 4; c++) Assert.Equal(c < 3 ? copies[4 * lane + c] : 0.25, again[4 * lane + c]);
            }
        }
    }

    private sealed class Tables : ILanesCheck
    {
        public void Check<TLanes, TSingles>()
            where TLanes : struct, ILanes<TLanes>
            where TSingles : struct, ISingles<TSingles>
        {
            var random = new Random(4);
            double* table = stackalloc double[64], found = stackalloc double[8], which = stackalloc double[8];
            int* words = stackalloc int[8];
            for (int n = 0; n < 64; n++) table[n] = random.NextDouble();
            foreach (int size in (int[])[16, 24, 32, 48, 64])
            {
                for (int lane = 0; lane < 8; lane++) (words[lane], which[lane]) = (random.Next(size) << 5 | 0x10001, random.Next(size));
                TLanes.Store(TLanes.Lookup(table, size / TLanes.Width, TLanes.LoadIndex(words, 5, 6)), found);
                for (int lane = 0; lane < TLanes.Width; lane++) Assert.Equal(table[words[lane] >> 5 & 63], found[lane]);
                TLanes.Store(TLanes.Pick(table, size / Lanes.MostWidth, TLanes.Load(which)), found);
                for (int lane = 0; lane < TLanes.Width; lane++) Assert.Equal(table[(int)which[lane]], found[lane]);
            }
        }
    }

    private sealed class Sums : ILanesCheck
    {
        public void Check<TLanes, TSingles>()
            where TLanes : struct, ILanes<TLanes>
            where TSingles : struct, ISingles<TSingles>
        {
            const int Stride = 24;
            var random = new Random(5);
            double* vectors = stackalloc double[8 * Stride], sums = stackalloc double[8];
            for (int n = 0; n < 8 * Stride; n++) vectors[n] = random.NextDouble();
            TLanes.Store(TLanes.SumEach(vectors, Stride), sums);
            for (int lane = 0; lane < TLanes.Width; lane++)
            {
                double exact = new ReadOnlySpan<double>(vectors + lane * Stride, TLanes.Width).ToArray().Sum();
                Assert.InRange(sums[lane] / exact - 1, -1e-15, 1e-15);
                Assert.InRange(TLanes.Sum(TLanes.Load(vectors + lane * Stride)) / exact - 1, -1e-15, 1e-15);
            }
        }
    }
}
