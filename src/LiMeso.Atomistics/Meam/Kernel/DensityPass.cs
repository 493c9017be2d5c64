using System.Numerics;
using System.Runtime.CompilerServices;
using LiMeso.Atomistics.Simd;

namespace LiMeso.Atomistics.Meam.Kernel;

// With u = r_ij/r, s = S f_c and w_h = s e_h, e_h = ρ0 exp(−β_h (r/r_e − 1)), the moments of atom i are, summed over its bonds,
//     ρ0 = Σ w0,   A = Σ w1 u,   B = Σ w2 u u,  b = Σ w2,   C = Σ w3 u u u,  c = Σ w3 u,
// its partial densities ρ1² = A·A, ρ2² = B:B − b²/3, ρ3² = C⋮C − 3/5 c·c, and its energy F(ρ0, Γ) + ½ Σ s φ, Γ = Σ_h t_h ρ_h²/ρ0².
//
// Every step is a method of its own with its intermediate results in the first cache: one large method would exceed what the just-in-time compiler is ready to inline.
// Cost an atom of bcc lithium at 300 K: some 20 bonds, 3 vectors of 8; about 130 + 45 operations a vector, and 24 sums over lanes.
internal static unsafe class DensityPass<TLanes>
    where TLanes : struct, ILanes<TLanes>
{
    // Less than that of a bond is none: it leaves forces of 1e-9 eV/Å out.
    private const double Negligible = 1e-20;

    /// <summary>The energy of an atom, and what a change of its moments would add to it.</summary>
    public static void Run(MeamConstants constants, EmbeddingFunction embedding, Surroundings around)
    {
        Pack(constants, around);
        around.Energy = 0;
        if (around.Bonds == 0) return;
        WeighPairs(constants, around);
        WeighDensities(constants, around);
        Moments m = default;
        SumLow(around, ref m);
        SumThird(around, ref m);
        around.Energy += Embed(constants, embedding, ref m);
        around.Moments = m;
    }

    // The neighbours with S > 0 within the cutoff; then, up to a whole vector, bonds of no weight at the cutoff.
    private static void Pack(MeamConstants constants, Surroundings around)
    {
        TLanes limit = TLanes.All(constants.CutoffSquared), negligible = TLanes.All(Negligible), zero = TLanes.All(0);
        int count = 0;
        for (int g = 0; g < around.Groups; g++)
        {
            int n = g * TLanes.Width;
            TLanes r2 = TLanes.Load(around.Squares + n), s = TLanes.Load(around.Screening + n);
            uint bonds = TLanes.Negative(r2 - limit) & TLanes.Negative(negligible - s);
            around.BondBits[g] = bonds;
            TLanes.Compress(TLanes.Load(around.X + n), bonds, around.BondX + count);
            TLanes.Compress(TLanes.Load(around.Y + n), bonds, around.BondY + count);
            TLanes.Compress(TLanes.Load(around.Z + n), bonds, around.BondZ + count);
            TLanes.Compress(r2, bonds, around.PerR + count);
            TLanes.Compress(s, bonds, around.Weight + count);
            count += BitOperations.PopCount(bonds);
        }

        around.Bonds = count;
        TLanes.Store(zero, around.BondX + count);
        TLanes.Store(zero, around.BondY + count);
        TLanes.Store(zero, around.BondZ + count);
        TLanes.Store(limit, around.PerR + count);
        TLanes.Store(zero, around.Weight + count);
    }

    // Directions, cutoff and pair energy.
    private static void WeighPairs(MeamConstants constants, Surroundings around)
    {
        TLanes one = TLanes.All(1), zero = TLanes.All(0), half = TLanes.All(0.5), cutoff = TLanes.All(constants.Cutoff), perWidth = TLanes.All(constants.PerCutoffWidth), energy = zero;
        TLanes perDistance = TLanes.All(constants.PerNeighbourDistance);
        for (int n = 0; n < around.Bonds; n += TLanes.Width)
        {
            TLanes r = TLanes.Sqrt(TLanes.Load(around.PerR + n)), perR = one / r, s = TLanes.Load(around.Weight + n);
            // f_c = (1 − t⁴)², t = 1 − (r_c − r)/Δr between 0 and 1;  f_c′ = −8 t³ (1 − t⁴)/Δr
            TLanes t = TLanes.Max(one - (cutoff - r) * perWidth, zero), t2 = t * t, q = TLanes.NegateMultiplyAdd(t2, t2, one);
            TLanes weight = s * q * q;
            Pair(constants.Pairs, r, out TLanes phi, out TLanes slope);
            phi *= half;
            energy = TLanes.MultiplyAdd(weight, phi, energy);
            TLanes.Store(weight, around.Weight + n);
            TLanes.Store(TLanes.All(-8) * perWidth * t2 * t * q * s, around.Cut + n);
            TLanes.Store(phi, around.HalfPair + n);
            TLanes.Store(weight * slope * half, around.HalfSlope + n);
            TLanes.Store(perR, around.PerR + n);
            TLanes.Store(TLanes.Load(around.BondX + n) * perR, around.BondX + n);
            TLanes.Store(TLanes.Load(around.BondY + n) * perR, around.BondY + n);
            TLanes.Store(TLanes.Load(around.BondZ + n) * perR, around.BondZ + n);
            TLanes.Store(one - r * perDistance, around.E0 + n);
        }

        around.Energy += TLanes.Sum(energy);
    }

    private static void WeighDensities(MeamConstants constants, Surroundings around)
    {
        (double b0, double b1, double b2, double b3) = constants.Decay;
        bool secondIsFourthPower = b2 == 4 * b1, thirdIsFirst = b3 == b1;
        TLanes scale = TLanes.All(constants.DensityScale);
        for (int n = 0; n < around.Bonds; n += TLanes.Width)
        {
            TLanes d = TLanes.Load(around.E0 + n);
            TLanes.Store(scale * Exponential.Of(TLanes.All(b0) * d), around.E0 + n);
            TLanes e1 = Exponential.Of(TLanes.All(b1) * d), e2 = e1 * e1;
            TLanes.Store(scale * e1, around.E1 + n);
            TLanes.Store(scale * (secondIsFourthPower ? e2 * e2 : Exponential.Of(TLanes.All(b2) * d)), around.E2 + n);
            TLanes.Store(scale * (thirdIsFirst ? e1 : Exponential.Of(TLanes.All(b3) * d)), around.E3 + n);
        }
    }

    private static void SumLow(Surroundings around, ref Moments m)
    {
        TLanes zero = TLanes.All(0), rho = zero, ax = zero, ay = zero, az = zero, b = zero;
        TLanes bxx = zero, byy = zero, bzz = zero, bxy = zero, bxz = zero, byz = zero;
        for (int n = 0; n < around.Bonds; n += TLanes.Width)
        {
            TLanes x = TLanes.Load(around.BondX + n), y = TLanes.Load(around.BondY + n), z = TLanes.Load(around.BondZ + n), s = TLanes.Load(around.Weight + n);
            TLanes w1 = s * TLanes.Load(around.E1 + n), w2 = s * TLanes.Load(around.E2 + n);
            rho = TLanes.MultiplyAdd(s, TLanes.Load(around.E0 + n), rho);
            ax = TLanes.MultiplyAdd(w1, x, ax);
            ay = TLanes.MultiplyAdd(w1, y, ay);
            az = TLanes.MultiplyAdd(w1, z, az);
            TLanes wx = w2 * x, wy = w2 * y;
            b += w2;
            bxx = TLanes.MultiplyAdd(wx, x, bxx);
            bxy = TLanes.MultiplyAdd(wx, y, bxy);
            bxz = TLanes.MultiplyAdd(wx, z, bxz);
            byy = TLanes.MultiplyAdd(wy, y, byy);
            byz = TLanes.MultiplyAdd(wy, z, byz);
            bzz = TLanes.MultiplyAdd(w2 * z, z, bzz);
        }

        (m.Rho, m.B) = (TLanes.Sum(rho), TLanes.Sum(b));
        (m.Ax, m.Ay, m.Az) = (TLanes.Sum(ax), TLanes.Sum(ay), TLanes.Sum(az));
        (m.Bxx, m.Byy, m.Bzz) = (TLanes.Sum(bxx), TLanes.Sum(byy), TLanes.Sum(bzz));
        (m.Bxy, m.Bxz, m.Byz) = (TLanes.Sum(bxy), TLanes.Sum(bxz), TLanes.Sum(byz));
    }

    private static void SumThird(Surroundings around, ref Moments m)
    {
        TLanes zero = TLanes.All(0), cx = zero, cy = zero, cz = zero;
        TLanes xxx = zero, yyy = zero, zzz = zero, xxy = zero, xxz = zero, xyy = zero, yyz = zero, xzz = zero, yzz = zero, xyz = zero;
        for (int n = 0; n < around.Bonds; n += TLanes.Width)
        {
            TLanes x = TLanes.Load(around.BondX + n), y = TLanes.Load(around.BondY + n), z = TLanes.Load(around.BondZ + n), w = TLanes.Load(around.Weight + n) * TLanes.Load(around.E3 + n);
            TLanes wx = w * x, wy = w * y, wz = w * z, wxx = wx * x, wyy = wy * y, wzz = wz * z;
            (cx, cy, cz) = (cx + wx, cy + wy, cz + wz);
            xxx = TLanes.MultiplyAdd(wxx, x, xxx);
            xxy = TLanes.MultiplyAdd(wxx, y, xxy);
            xxz = TLanes.MultiplyAdd(wxx, z, xxz);
            xyy = TLanes.MultiplyAdd(wyy, x, xyy);
            yyy = TLanes.MultiplyAdd(wyy, y, yyy);
            yyz = TLanes.MultiplyAdd(wyy, z, yyz);
            xzz = TLanes.MultiplyAdd(wzz, x, xzz);
            yzz = TLanes.MultiplyAdd(wzz, y, yzz);
            zzz = TLanes.MultiplyAdd(wzz, z, zzz);
            xyz = TLanes.MultiplyAdd(wx * y, z, xyz);
        }

        (m.Cx, m.Cy, m.Cz) = (TLanes.Sum(cx), TLanes.Sum(cy), TLanes.Sum(cz));
        (m.Cxxx, m.Cyyy, m.Czzz, m.Cxyz) = (TLanes.Sum(xxx), TLanes.Sum(yyy), TLanes.Sum(zzz), TLanes.Sum(xyz));
        (m.Cxxy, m.Cxxz, m.Cxyy) = (TLanes.Sum(xxy), TLanes.Sum(xxz), TLanes.Sum(xyy));
        (m.Cyyz, m.Cxzz, m.Cyzz) = (TLanes.Sum(yyz), TLanes.Sum(xzz), TLanes.Sum(yzz));
    }

    // The energy; the moments become k0, k1 A, k2 B, k2 b/3, k3 C and 3/5 k3 c, with k0 = ∂F/∂ρ0 − 2 (Γ/ρ0) ∂F/∂Γ and k_h = 2 t_h/ρ0² ∂F/∂Γ:
    // what is left is to contract them with directions.
    private static double Embed(MeamConstants constants, EmbeddingFunction embedding, ref Moments m)
    {
        (double t1, double t2, double t3) = constants.Weights;
        double perRho = 1 / m.Rho, perRho2 = perRho * perRho, gamma = (t1 * m.First + t2 * m.Second + t3 * m.Third) * perRho2;
        double energy = embedding.Energy(m.Rho, gamma, out double byDensity, out double byGamma), k = 2 * perRho2 * byGamma;
        m.Rho = byDensity - 2 * gamma * perRho * byGamma;
        m.Scale(k * t1, k * t2, k * t3);
        return energy;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Pair(PairTable table, TLanes r, out TLanes value, out TLanes slope)
    {
        TLanes scaled = r * TLanes.All(table.PerInterval), index = TLanes.Floor(scaled), t = scaled - index;
        TLanes.LoadQuintics(table.Rows, index, out Quintic<TLanes> c);
        value = TLanes.MultiplyAdd(TLanes.MultiplyAdd(TLanes.MultiplyAdd(TLanes.MultiplyAdd(TLanes.MultiplyAdd(c.C5, t, c.C4), t, c.C3), t, c.C2), t, c.C1), t, c.C0);
        TLanes four = TLanes.MultiplyAdd(TLanes.All(5) * c.C5, t, TLanes.All(4) * c.C4);
        slope = TLanes.MultiplyAdd(TLanes.MultiplyAdd(TLanes.MultiplyAdd(four, t, TLanes.All(3) * c.C3), t, c.C2 + c.C2), t, c.C1) * TLanes.All(table.PerInterval);
    }
}
