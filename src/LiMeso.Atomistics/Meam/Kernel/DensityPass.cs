using System.Numerics;
using LiMeso.Atomistics.Simd;

namespace LiMeso.Atomistics.Meam.Kernel;

// With u = r_ij/r, s = S f_c and w_h = s e_h, e_h = ρ0 exp(−β_h (r/r_e − 1)), the moments of atom i are, summed over its bonds,
//     ρ0 = Σ w0,   A = Σ w1 u,   B = Σ w2 u u,   C = Σ w3 u u u.
// Its partial densities are ρ1² = A·A, ρ2² = B:B − (tr B)²/3, ρ3² = C⋮C − 3/5 (tr C)², which are the squares of the parts of B and C without trace: with those alone goes what follows.
// Its energy is F(ρ0, Γ) + ½ Σ s φ, Γ = Σ_h t_h ρ_h²/ρ0².
//
// Each step runs over some atoms before the next begins: what one atom leaves in the pipelines of the processor overlaps with the next atom. Small methods, because the just-in-time compiler
// is not ready to inline all that a large one would hold.
// Cost an atom of bcc lithium at 300 K: some 20 bonds, 3 vectors of 8; some 120 operations a vector, and 200 for each eight atoms a moment.
internal static unsafe class DensityPass<TLanes>
    where TLanes : struct, ILanes<TLanes>
{
    // Less than that of a bond is none: it leaves forces of 1e-9 eV/Å out.
    private const double Negligible = 1e-20;

    // Atoms whose bonds all end at the cutoff have no density, and no energy: this much of it has none either.
    private const double LeastDensity = 1e-100;

    /// <summary>The energies of some atoms, and what a change of their moments would add to them.</summary>
    public static void Run(MeamConstants constants, EmbeddingFunction embedding, ReadOnlySpan<Surroundings> atoms, Moments moments)
    {
        foreach (Surroundings around in atoms) Pack(constants, around);
        foreach (Surroundings around in atoms) WeighPairs(constants, around);
        foreach (Surroundings around in atoms) WeighDensities(constants, around);
        for (int n = 0; n < atoms.Length; n++) Sum(atoms[n], moments.Partial + n * Moments.Count * TLanes.Width);
        double* energies = stackalloc double[TLanes.Width];
        for (int n = 0; n < atoms.Length; n += TLanes.Width)
        {
            TLanes.Store(Embed(constants, embedding, moments, n), energies);
            for (int lane = 0; lane < TLanes.Width && n + lane < atoms.Length; lane++)
            {
                if (atoms[n + lane].Bonds != 0) atoms[n + lane].Energy += energies[lane];
            }
        }
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

        (around.Bonds, around.Energy) = (count, 0);
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
            TLanes squared = TLanes.Load(around.PerR + n), perR = TLanes.ReciprocalSqrt(squared), r = squared * perR, s = TLanes.Load(around.Weight + n);
            // f_c = (1 − t⁴)², t = 1 − (r_c − r)/Δr between 0 and 1;  f_c′ = −8 t³ (1 − t⁴)/Δr
            TLanes t = TLanes.Max(one - (cutoff - r) * perWidth, zero), t2 = t * t, q = TLanes.NegateMultiplyAdd(t2, t2, one);
            TLanes weight = s * q * q;
            constants.Pairs.Evaluate(r, out TLanes phi, out TLanes slope);
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

    private static void Sum(Surroundings around, double* partial)
    {
        TLanes zero = TLanes.All(0), rho = zero, ax = zero, ay = zero, az = zero;
        TLanes bxx = zero, byy = zero, bzz = zero, bxy = zero, bxz = zero, byz = zero;
        TLanes xxx = zero, yyy = zero, zzz = zero, xxy = zero, xxz = zero, xyy = zero, yyz = zero, xzz = zero, yzz = zero, xyz = zero;
        for (int n = 0; n < around.Bonds; n += TLanes.Width)
        {
            TLanes x = TLanes.Load(around.BondX + n), y = TLanes.Load(around.BondY + n), z = TLanes.Load(around.BondZ + n), s = TLanes.Load(around.Weight + n);
            rho = TLanes.MultiplyAdd(s, TLanes.Load(around.E0 + n), rho);
            TLanes w = s * TLanes.Load(around.E1 + n);
            ax = TLanes.MultiplyAdd(w, x, ax);
            ay = TLanes.MultiplyAdd(w, y, ay);
            az = TLanes.MultiplyAdd(w, z, az);
            w = s * TLanes.Load(around.E2 + n);
            TLanes wx = w * x, wy = w * y;
            bxx = TLanes.MultiplyAdd(wx, x, bxx);
            bxy = TLanes.MultiplyAdd(wx, y, bxy);
            bxz = TLanes.MultiplyAdd(wx, z, bxz);
            byy = TLanes.MultiplyAdd(wy, y, byy);
            byz = TLanes.MultiplyAdd(wy, z, byz);
            bzz = TLanes.MultiplyAdd(w * z, z, bzz);
            w = s * TLanes.Load(around.E3 + n);
            TLanes wxx = w * x * x, wyy = w * y * y, wzz = w * z * z;
            xxx = TLanes.MultiplyAdd(wxx, x, xxx);
            xxy = TLanes.MultiplyAdd(wxx, y, xxy);
            xxz = TLanes.MultiplyAdd(wxx, z, xxz);
            xyy = TLanes.MultiplyAdd(wyy, x, xyy);
            yyy = TLanes.MultiplyAdd(wyy, y, yyy);
            yyz = TLanes.MultiplyAdd(wyy, z, yyz);
            xzz = TLanes.MultiplyAdd(wzz, x, xzz);
            yzz = TLanes.MultiplyAdd(wzz, y, yzz);
            zzz = TLanes.MultiplyAdd(wzz, z, zzz);
            xyz = TLanes.MultiplyAdd(w * x * y, z, xyz);
        }

        int width = TLanes.Width;
        TLanes.Store(rho, partial + Moments.Rho * width);
        TLanes.Store(ax, partial + Moments.A * width);
        TLanes.Store(ay, partial + (Moments.A + 1) * width);
        TLanes.Store(az, partial + (Moments.A + 2) * width);
        TLanes.Store(bxx, partial + Moments.Bxx * width);
        TLanes.Store(byy, partial + Moments.Byy * width);
        TLanes.Store(bzz, partial + Moments.Bzz * width);
        TLanes.Store(bxy, partial + Moments.Bxy * width);
        TLanes.Store(bxz, partial + Moments.Bxz * width);
        TLanes.Store(byz, partial + Moments.Byz * width);
        TLanes.Store(xxx, partial + Moments.Cxxx * width);
        TLanes.Store(yyy, partial + Moments.Cyyy * width);
        TLanes.Store(zzz, partial + Moments.Czzz * width);
        TLanes.Store(xxy, partial + Moments.Cxxy * width);
        TLanes.Store(xxz, partial + Moments.Cxxz * width);
        TLanes.Store(xyy, partial + Moments.Cxyy * width);
        TLanes.Store(yyz, partial + Moments.Cyyz * width);
        TLanes.Store(xzz, partial + Moments.Cxzz * width);
        TLanes.Store(yzz, partial + Moments.Cyzz * width);
        TLanes.Store(xyz, partial + Moments.Cxyz * width);
    }

    // The energies of a width of atoms. In place of their moments come k0, k1 A, 2 k2 B and 3 k3 C without traces, with k0 = ∂F/∂ρ0 − 2 (Γ/ρ0) ∂F/∂Γ and k_h = 2 t_h/ρ0² ∂F/∂Γ:
    // what is left is to contract them with directions.
    private static TLanes Embed(MeamConstants constants, EmbeddingFunction embedding, Moments moments, int first)
    {
        double* m = moments.Numbers + first;
        int next = moments.Atoms;
        for (int q = 0; q < Moments.Count; q++)
            TLanes.Store(TLanes.SumEach(moments.Partial + (first * Moments.Count + q) * TLanes.Width, Moments.Count * TLanes.Width), m + q * next);
        TLanes second = Second(m, next), third = Third(m, next), two = TLanes.All(2);
        TLanes rho = TLanes.Max(TLanes.Load(m), TLanes.All(LeastDensity)), perRho = TLanes.All(1) / rho, perRho2 = perRho * perRho;
        (double t1, double t2, double t3) = constants.Weights;
        TLanes gamma = TLanes.MultiplyAdd(TLanes.All(t1), SumOfSquares(m, next, Moments.A, 3), TLanes.MultiplyAdd(TLanes.All(t2), second, TLanes.All(t3) * third)) * perRho2;
        TLanes energy = embedding.Energy(rho, gamma, out TLanes byDensity, out TLanes byGamma), k = two * perRho2 * byGamma;
        TLanes.Store(byDensity - two * gamma * perRho * byGamma, m);
        Scale(m, next, Moments.A, 3, TLanes.All(t1) * k);
        Scale(m, next, Moments.Bxx, 6, TLanes.All(2 * t2) * k);
        Scale(m, next, Moments.Cxxx, 10, TLanes.All(3 * t3) * k);
        return energy;
    }

    // Takes the trace from B; its square.
    private static TLanes Second(double* m, int next)
    {
        TLanes xx = TLanes.Load(m + Moments.Bxx * next), yy = TLanes.Load(m + Moments.Byy * next), zz = TLanes.Load(m + Moments.Bzz * next);
        TLanes third = TLanes.All(1.0 / 3) * (xx + yy + zz);
        TLanes.Store(xx - third, m + Moments.Bxx * next);
        TLanes.Store(yy - third, m + Moments.Byy * next);
        TLanes.Store(zz - third, m + Moments.Bzz * next);
        return TLanes.MultiplyAdd(TLanes.All(2), SumOfSquares(m, next, Moments.Bxy, 3), SumOfSquares(m, next, Moments.Bxx, 3));
    }

    // Takes the traces from C: C_abc − (c_a δ_bc + c_b δ_ac + c_c δ_ab)/5, c = tr C; its square.
    private static TLanes Third(double* m, int next)
    {
        TakeTrace(m, next, Moments.Cxxx, Moments.Cxyy, Moments.Cxzz);
        TakeTrace(m, next, Moments.Cyyy, Moments.Cxxy, Moments.Cyzz);
        TakeTrace(m, next, Moments.Czzz, Moments.Cxxz, Moments.Cyyz);
        TLanes xyz = TLanes.Load(m + Moments.Cxyz * next), mixed = TLanes.MultiplyAdd(TLanes.All(2) * xyz, xyz, SumOfSquares(m, next, Moments.Cxxy, 6));
        return TLanes.MultiplyAdd(TLanes.All(3), mixed, SumOfSquares(m, next, Moments.Cxxx, 3));
    }

    private static void TakeTrace(double* m, int next, int aaa, int abb, int acc)
    {
        TLanes a = TLanes.Load(m + aaa * next), b = TLanes.Load(m + abb * next), c = TLanes.Load(m + acc * next), fifth = TLanes.All(0.2) * (a + b + c);
        TLanes.Store(a - TLanes.All(3) * fifth, m + aaa * next);
        TLanes.Store(b - fifth, m + abb * next);
        TLanes.Store(c - fifth, m + acc * next);
    }

    private static TLanes SumOfSquares(double* m, int next, int first, int count)
    {
        TLanes sum = TLanes.All(0);
        for (int q = first; q < first + count; q++)
        {
            TLanes value = TLanes.Load(m + q * next);
            sum = TLanes.MultiplyAdd(value, value, sum);
        }

        return sum;
    }

    private static void Scale(double* m, int next, int first, int count, TLanes factor)
    {
        for (int q = first; q < first + count; q++) TLanes.Store(factor * TLanes.Load(m + q * next), m + q * next);
    }
}
