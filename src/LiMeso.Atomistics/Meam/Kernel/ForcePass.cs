using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using LiMeso.Atomistics.Neighbours;
using LiMeso.Atomistics.Simd;

namespace LiMeso.Atomistics.Meam.Kernel;

// With the traceless moments B and C the energy of an atom changes with the weights and the direction of a bond by
//     Σ_h v_h d ln w_h  and  (g − (g·u) u)/r · dr_ij,     g = s [e1 k1 A + e2 2 k2 B·u + e3 3 k3 C:uu],
//     v0 = k0 w0,  v1 = k1 (A·u) w1,  v2 = k2 (u·B·u) w2,  v3 = k3 (C⋮uuu) w3,
// with s by D = Σ v_h/s + φ/2, and with ln S by T = s D, the tension of the bond, which its triples hand on to the atoms i, j and k.
// All forces are vectors between atoms: what is done to neighbours is done with the other sign to the atom.
//
// Before they are added up they are rounded to multiples of 2⁻⁴² eV/Å (2e-13). Sums of such numbers are exact, in any order, up to 2¹¹ eV/Å; atoms put at random feel 32 at most:
// it does not matter which thread adds what and when, and all forces on a crystal add up to exactly nothing.
//
// Cost an atom of bcc lithium at 300 K: some 20 bonds, 3 vectors of 8, 110 operations a vector; some 65 triples of 16; some 30 neighbours of 10.
internal static unsafe class ForcePass<TLanes>
    where TLanes : struct, ILanes<TLanes>
{
    // Added to a number and taken away again, rounds it to a multiple of 2⁻⁴²: there a unit in the last place is as large as that.
    private const double Rounding = 1.5 * (1L << 10);

    /// <summary>Subtracts the gradients of some atoms' energies from the forces.</summary>
    public static void Run(MeamConstants constants, NeighbourLists lists, int first, ReadOnlySpan<Surroundings> atoms, Moments moments, double* forces)
    {
        for (int n = 0; n < atoms.Length; n++)
        {
            for (int bond = 0; bond < atoms[n].Bonds; bond += TLanes.Width)
            {
                Contract(moments.Numbers + n, moments.Atoms, atoms[n], bond);
                Turn(constants, moments.Numbers + n, moments.Atoms, atoms[n], bond);
            }
        }

        foreach (Surroundings around in atoms) Unpack(around);
        foreach (Surroundings around in atoms) PullTriples(around);
        for (int n = 0; n < atoms.Length; n++) HandOut(atoms[n], lists.Neighbours + (first + n) * lists.Stride, forces, first + n);
    }

    // 3 k3 C:uu
    private static void Contract(double* m, int next, Surroundings around, int n)
    {
        TLanes x = TLanes.Load(around.BondX + n), y = TLanes.Load(around.BondY + n), z = TLanes.Load(around.BondZ + n);
        TLanes xx = x * x, yy = y * y, zz = z * z, xy = x * y, xz = x * z, yz = y * z;
        (xy, xz, yz) = (xy + xy, xz + xz, yz + yz);
        TLanes xxy = TLanes.All(m[Moments.Cxxy * next]), xxz = TLanes.All(m[Moments.Cxxz * next]), xyy = TLanes.All(m[Moments.Cxyy * next]), yyz = TLanes.All(m[Moments.Cyyz * next]),
            xzz = TLanes.All(m[Moments.Cxzz * next]), yzz = TLanes.All(m[Moments.Cyzz * next]), xyz = TLanes.All(m[Moments.Cxyz * next]);
        TLanes.Store(Six(TLanes.All(m[Moments.Cxxx * next]), xx, xyy, yy, xzz, zz, xxy, xy, xxz, xz, xyz, yz), around.PullX + n);
        TLanes.Store(Six(xxy, xx, TLanes.All(m[Moments.Cyyy * next]), yy, yzz, zz, xyy, xy, xyz, xz, yyz, yz), around.PullY + n);
        TLanes.Store(Six(xxz, xx, yyz, yy, TLanes.All(m[Moments.Czzz * next]), zz, xyz, xy, xzz, xz, yzz, yz), around.PullZ + n);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes Six(TLanes a, TLanes xx, TLanes b, TLanes yy, TLanes c, TLanes zz, TLanes d, TLanes xy, TLanes e, TLanes xz, TLanes f, TLanes yz) =>
        TLanes.MultiplyAdd(a, xx, TLanes.MultiplyAdd(b, yy, c * zz)) + TLanes.MultiplyAdd(d, xy, TLanes.MultiplyAdd(e, xz, f * yz));

    // The gradient by r_ij at fixed screening, and the tension.
    private static void Turn(MeamConstants constants, double* m, int next, Surroundings around, int n)
    {
        TLanes x = TLanes.Load(around.BondX + n), y = TLanes.Load(around.BondY + n), z = TLanes.Load(around.BondZ + n);
        TLanes e1 = TLanes.Load(around.E1 + n), e2 = TLanes.Load(around.E2 + n), e3 = TLanes.Load(around.E3 + n);
        TLanes ax = TLanes.All(m[Moments.A * next]), ay = TLanes.All(m[(Moments.A + 1) * next]), az = TLanes.All(m[(Moments.A + 2) * next]);
        TLanes bxy = TLanes.All(m[Moments.Bxy * next]), bxz = TLanes.All(m[Moments.Bxz * next]), byz = TLanes.All(m[Moments.Byz * next]);
        TLanes bx = Dot(TLanes.All(m[Moments.Bxx * next]), bxy, bxz, x, y, z), by = Dot(bxy, TLanes.All(m[Moments.Byy * next]), byz, x, y, z), bz = Dot(bxz, byz, TLanes.All(m[Moments.Bzz * next]), x, y, z);
        TLanes cx = TLanes.Load(around.PullX + n), cy = TLanes.Load(around.PullY + n), cz = TLanes.Load(around.PullZ + n);
        // v0/s, v1/s, 2 v2/s, 3 v3/s: the last three are also the parts of g·u
        TLanes v0 = TLanes.All(m[Moments.Rho * next]) * TLanes.Load(around.E0 + n), v1 = Dot(ax, ay, az, x, y, z) * e1, v2 = Dot(bx, by, bz, x, y, z) * e2, v3 = Dot(cx, cy, cz, x, y, z) * e3;
        TLanes weight = TLanes.Load(around.Weight + n);
        TLanes byWeight = TLanes.MultiplyAdd(TLanes.All(0.5), v2, TLanes.MultiplyAdd(TLanes.All(1.0 / 3), v3, v0 + v1 + TLanes.Load(around.HalfPair + n)));

        (double b0, double b1, double b2, double b3) = constants.RadialSlopes;
        TLanes radial = TLanes.MultiplyAdd(TLanes.All(b0), v0, TLanes.All(b1) * v1) + TLanes.MultiplyAdd(TLanes.All(b2 / 2), v2, TLanes.All(b3 / 3) * v3);
        TLanes along = TLanes.MultiplyAdd(byWeight, TLanes.Load(around.Cut + n), TLanes.MultiplyAdd(weight, radial, TLanes.Load(around.HalfSlope + n)));
        TLanes turn = weight * TLanes.Load(around.PerR + n);
        along = TLanes.NegateMultiplyAdd(v1 + v2 + v3, turn, along);
        TLanes gx = TLanes.MultiplyAdd(e1, ax, TLanes.MultiplyAdd(e2, bx, e3 * cx)), gy = TLanes.MultiplyAdd(e1, ay, TLanes.MultiplyAdd(e2, by, e3 * cy)),
            gz = TLanes.MultiplyAdd(e1, az, TLanes.MultiplyAdd(e2, bz, e3 * cz));
        TLanes.Store(TLanes.MultiplyAdd(gx, turn, along * x), around.PullX + n);
        TLanes.Store(TLanes.MultiplyAdd(gy, turn, along * y), around.PullY + n);
        TLanes.Store(TLanes.MultiplyAdd(gz, turn, along * z), around.PullZ + n);
        TLanes.Store(weight * byWeight, around.Cut + n);
    }

    // Back from bonds to slots.
    private static void Unpack(Surroundings around)
    {
        int bond = 0;
        for (int g = 0; g < around.Groups; g++)
        {
            int n = g * TLanes.Width;
            uint bits = around.BondBits[g];
            TLanes.Store(TLanes.Expand(around.Cut + bond, bits), around.Tension + n);
            TLanes x = TLanes.Expand(around.PullX + bond, bits), y = TLanes.Expand(around.PullY + bond, bits), z = TLanes.Expand(around.PullZ + bond, bits);
            TLanes.StoreRows(around.Gradient + Surroundings.SlotUnit * n, x, y, z, TLanes.All(0));
            bond += BitOperations.PopCount(bits);
        }
    }

    private static void PullTriples(Surroundings around)
    {
        double* rows = around.Rows, gradient = around.Gradient, tension = around.Tension, byJ = around.TripleJ, byK = around.TripleK, byBoth = around.TripleBoth;
        int* slots = around.TripleSlots;
        for (int n = 0, end = around.Triples; n < end; n++)
        {
            uint both = (uint)slots[n], j = both >> Surroundings.HigherShift, k = both & Surroundings.LowerSlots;
            Vector256<double> t = Vector256.Create(tension[j / Surroundings.SlotUnit]), mixed = t * Vector256.Create(byBoth[n]);
            Vector256<double> toJ = Fourth(mixed, t * Vector256.Create(byJ[n])), toK = Fourth(mixed, t * Vector256.Create(byK[n]));
            Add(gradient + j, toJ, rows + k);
            Add(gradient + k, toK, rows + j);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Fourth(Vector256<double> firstThree, Vector256<double> last) =>
        Vector256.ConditionalSelect(Vector256.Create(-1L, -1, -1, 0).AsDouble(), firstThree, last);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(double* row, Vector256<double> factor, double* other) => Vector256.MultiplyAddEstimate(factor, Vector256.Load(other), Vector256.Load(row)).Store(row);

    // The fourth place of the rows of forces has no meaning: it takes what is left there of the factors.
    private static void HandOut(Surroundings around, int* neighbours, double* forces, int i)
    {
        double* rows = around.Rows, gradient = around.Gradient;
        Vector256<double> even = default, odd = default, rounding = Vector256.Create(Rounding);
        for (int n = 0, end = around.Groups * TLanes.Width; n < end; n++)
        {
            Vector256<double> own = Vector256.Load(gradient + Surroundings.SlotUnit * n);
            Vector256<double> pull = Vector256.MultiplyAddEstimate(Vector256.Shuffle(own, Vector256.Create(3L, 3, 3, 3)), Vector256.Load(rows + Surroundings.SlotUnit * n), own);
            pull = pull + rounding - rounding;
            double* onNeighbour = forces + 4 * neighbours[n];
            (Vector256.Load(onNeighbour) - pull).Store(onNeighbour);
            (even, odd) = (odd + pull, even);
        }

        double* onSelf = forces + 4 * i;
        (Vector256.Load(onSelf) + (even + odd)).Store(onSelf);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes Dot(TLanes ax, TLanes ay, TLanes az, TLanes x, TLanes y, TLanes z) => TLanes.MultiplyAdd(ax, x, TLanes.MultiplyAdd(ay, y, az * z));
}
