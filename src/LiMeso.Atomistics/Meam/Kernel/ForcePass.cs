using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using LiMeso.Atomistics.Neighbours;
using LiMeso.Atomistics.Simd;

namespace LiMeso.Atomistics.Meam.Kernel;

// The energy of an atom changes with the weights and the direction of a bond by
//     Σ_h v_h d ln w_h  and  (g − (g·u) u)/r · dr_ij,     g = s [e1 k1 A + 2 e2 k2 B·u + e3 k3 (3 C:uu − 3/5 c)],
//     v0 = k0 w0,  v1 = k1 (A·u) w1,  v2 = k2 (u·B·u − b/3) w2,  v3 = k3 (C⋮uuu − 3/5 c·u) w3,
// with s by D = Σ v_h/s + φ/2, and with ln S by T = s D, the tension of the bond, which its triples hand on to the atoms i, j and k.
// All forces are vectors between atoms: what is done to neighbours is done with the other sign to the atom.
//
// Cost an atom of bcc lithium at 300 K: some 20 bonds, 3 vectors of 8, 110 operations a vector; some 65 triples of 16; some 30 neighbours of 10.
internal static unsafe class ForcePass<TLanes>
    where TLanes : struct, ILanes<TLanes>
{
    /// <summary>Subtracts the gradient of an atom's energy from the forces.</summary>
    public static void Run(MeamConstants constants, NeighbourLists lists, int i, Surroundings around, double* forces)
    {
        if (around.Bonds == 0) return;
        for (int n = 0; n < around.Bonds; n += TLanes.Width)
        {
            Contract(around.Moments, around, n);
            Turn(constants, around.Moments, around, n);
        }

        Unpack(around);
        PullTriples(around);
        HandOut(around, lists.Neighbours + i * lists.Stride, forces, i);
    }

    // k2 B·u − … : the parts of g that need products of directions.
    private static void Contract(in Moments m, Surroundings around, int n)
    {
        TLanes x = TLanes.Load(around.BondX + n), y = TLanes.Load(around.BondY + n), z = TLanes.Load(around.BondZ + n);
        TLanes xx = x * x, yy = y * y, zz = z * z, xy = x * y, xz = x * z, yz = y * z;
        xy += xy;
        xz += xz;
        yz += yz;
        TLanes xxy = TLanes.All(m.Cxxy), xxz = TLanes.All(m.Cxxz), xyy = TLanes.All(m.Cxyy), yyz = TLanes.All(m.Cyyz), xzz = TLanes.All(m.Cxzz), yzz = TLanes.All(m.Cyzz), xyz = TLanes.All(m.Cxyz);
        TLanes.Store(Six(TLanes.All(m.Cxxx), xx, xyy, yy, xzz, zz, xxy, xy, xxz, xz, xyz, yz), around.PullX + n);
        TLanes.Store(Six(xxy, xx, TLanes.All(m.Cyyy), yy, yzz, zz, xyy, xy, xyz, xz, yyz, yz), around.PullY + n);
        TLanes.Store(Six(xxz, xx, yyz, yy, TLanes.All(m.Czzz), zz, xyz, xy, xzz, xz, yzz, yz), around.PullZ + n);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes Six(TLanes a, TLanes xx, TLanes b, TLanes yy, TLanes c, TLanes zz, TLanes d, TLanes xy, TLanes e, TLanes xz, TLanes f, TLanes yz) =>
        TLanes.MultiplyAdd(a, xx, TLanes.MultiplyAdd(b, yy, c * zz)) + TLanes.MultiplyAdd(d, xy, TLanes.MultiplyAdd(e, xz, f * yz));

    // The gradient by r_ij at fixed screening, and the tension.
    private static void Turn(MeamConstants constants, in Moments m, Surroundings around, int n)
    {
        TLanes x = TLanes.Load(around.BondX + n), y = TLanes.Load(around.BondY + n), z = TLanes.Load(around.BondZ + n);
        TLanes e0 = TLanes.Load(around.E0 + n), e1 = TLanes.Load(around.E1 + n), e2 = TLanes.Load(around.E2 + n), e3 = TLanes.Load(around.E3 + n);
        TLanes ax = TLanes.All(m.Ax), ay = TLanes.All(m.Ay), az = TLanes.All(m.Az), cx = TLanes.All(m.Cx), cy = TLanes.All(m.Cy), cz = TLanes.All(m.Cz);
        TLanes bxy = TLanes.All(m.Bxy), bxz = TLanes.All(m.Bxz), byz = TLanes.All(m.Byz);
        TLanes bx = Dot(TLanes.All(m.Bxx), bxy, bxz, x, y, z), by = Dot(bxy, TLanes.All(m.Byy), byz, x, y, z), bz = Dot(bxz, byz, TLanes.All(m.Bzz), x, y, z);
        TLanes gx = TLanes.Load(around.PullX + n), gy = TLanes.Load(around.PullY + n), gz = TLanes.Load(around.PullZ + n);
        TLanes au = Dot(ax, ay, az, x, y, z), bu = Dot(bx, by, bz, x, y, z), cu = Dot(gx, gy, gz, x, y, z), lu = Dot(cx, cy, cz, x, y, z);
        TLanes v0 = TLanes.All(m.Rho) * e0, v1 = au * e1, v2 = (bu - TLanes.All(m.B)) * e2, v3 = (cu - lu) * e3;
        TLanes weight = TLanes.Load(around.Weight + n), byWeight = v0 + v1 + (v2 + v3) + TLanes.Load(around.HalfPair + n);

        (double b0, double b1, double b2, double b3) = constants.RadialSlopes;
        TLanes radial = TLanes.MultiplyAdd(TLanes.All(b0), v0, TLanes.All(b1) * v1) + TLanes.MultiplyAdd(TLanes.All(b2), v2, TLanes.All(b3) * v3);
        TLanes along = TLanes.MultiplyAdd(byWeight, TLanes.Load(around.Cut + n), TLanes.MultiplyAdd(weight, radial, TLanes.Load(around.HalfSlope + n)));
        TLanes two = e2 + e2, three = e3 + e3 + e3, turn = weight * TLanes.Load(around.PerR + n);
        TLanes qx = TLanes.MultiplyAdd(e1, ax, TLanes.MultiplyAdd(two, bx, TLanes.NegateMultiplyAdd(e3, cx, three * gx)));
        TLanes qy = TLanes.MultiplyAdd(e1, ay, TLanes.MultiplyAdd(two, by, TLanes.NegateMultiplyAdd(e3, cy, three * gy)));
        TLanes qz = TLanes.MultiplyAdd(e1, az, TLanes.MultiplyAdd(two, bz, TLanes.NegateMultiplyAdd(e3, cz, three * gz)));
        along = TLanes.NegateMultiplyAdd(Dot(qx, qy, qz, x, y, z), turn, along);
        TLanes.Store(TLanes.MultiplyAdd(qx, turn, along * x), around.PullX + n);
        TLanes.Store(TLanes.MultiplyAdd(qy, turn, along * y), around.PullY + n);
        TLanes.Store(TLanes.MultiplyAdd(qz, turn, along * z), around.PullZ + n);
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
        double* rows = around.Rows, gradient = around.Gradient, tension = around.Tension, byJ = around.TripleJ, byK = around.TripleK, byBoth = around.TripleJK;
        int* slots = around.TripleSlots;
        for (int n = 0, end = around.Triples; n < end; n++)
        {
            uint both = (uint)slots[n], j = both >> 16, k = both & 0xffff;
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

    private static void HandOut(Surroundings around, int* neighbours, double* forces, int i)
    {
        double* rows = around.Rows, gradient = around.Gradient;
        Vector256<double> even = default, odd = default;
        for (int n = 0, end = around.Groups * TLanes.Width; n < end; n++)
        {
            Vector256<double> own = Vector256.Load(gradient + Surroundings.SlotUnit * n);
            Vector256<double> pull = Vector256.MultiplyAddEstimate(Vector256.Shuffle(own, Vector256.Create(3L, 3, 3, 3)), Vector256.Load(rows + Surroundings.SlotUnit * n), own);
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
