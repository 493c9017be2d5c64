using System.Numerics;
using System.Runtime.CompilerServices;
using LiMeso.Atomistics.Neighbours;
using LiMeso.Atomistics.Simd;

namespace LiMeso.Atomistics.Meam.Kernel;

// With u = r_ij/r and w_h = S f_c ρ0 exp(−β_h (r/r_e − 1)) the moments of atom i are, summed over its neighbours,
//     ρ0 = Σ w0,   A = Σ w1 u,   B = Σ w2 u u,  b = Σ w2,   C = Σ w3 u u u,  c = Σ w3 u,
// its partial densities ρ1² = A·A, ρ2² = B:B − b²/3, ρ3² = C⋮C − 3/5 c·c, and its energy F(ρ0, Γ), Γ = Σ_h t_h ρ_h²/ρ0².
// With k0 = ∂F/∂ρ0 − 2 (Γ/ρ0) ∂F/∂Γ and k_h = 2 t_h/ρ0² ∂F/∂Γ a neighbour's weights change the energy by
//     k0 dw0 + k1 (A·u) dw1 + k2 (u·B·u − b/3) dw2 + k3 (C⋮uuu − 3/5 c·u) dw3,
// and its direction by (g − (g·u) u)/r, g = w1 k1 A + 2 w2 k2 B·u + w3 k3 (3 C:uu − 3/5 c). Each atom needs only its own neighbours: the gradient of its energy
// goes to the neighbours, with the other sign to itself, and the derivative by S f_c to the force pass, which knows both atoms of a pair.
//
// Every step is a method of its own with its intermediate results in the first cache: one large method would exceed what the just-in-time compiler is ready to inline.
// Cost an atom of bcc lithium at 300 K: some 20 neighbours, 3 vectors of 8; about 100 + 45 + 100 operations a vector, and 24 sums over lanes.
internal static unsafe class DensityPass<TLanes>
    where TLanes : struct, ILanes<TLanes>
{
    /// <summary>Energies of some atoms and the forces they exert through their densities.</summary>
    /// <param name="constants">The potential.</param>
    /// <param name="embedding">Its embedding energy.</param>
    /// <param name="lists">Neighbours.</param>
    /// <param name="work">Where the forces go.</param>
    /// <param name="bonds">By slot: S f_c, in whose place comes, where it is not zero, ∂F_i/∂(S f_c).</param>
    /// <param name="atoms">Which atoms.</param>
    public static void Run(MeamConstants constants, EmbeddingFunction embedding, NeighbourLists lists, Workspace work, double* bonds, (int First, int End) atoms)
    {
        NeighbourShell shell = work.Shell;
        for (int i = atoms.First; i < atoms.End; i++)
        {
            double* own = bonds + i * lists.Stride;
            int count = Collect(lists, i, own, shell);
            if (count == 0) continue;
            int padded = (count + TLanes.Width - 1) / TLanes.Width * TLanes.Width;
            for (int n = count; n < padded; n++) (shell.Rows[n], shell.S[n]) = (lists.ExtendedCount, 0);

            Weights(constants, lists.Rows, lists.Rows + 4 * i, shell, padded);
            Moments m = default;
            SumLow(shell, padded, ref m);
            SumThird(shell, padded, ref m);
            work.Forces.Start[4 * i + 3] += Embed(constants, embedding, ref m);
            Gradient(constants, m, shell, padded, work.Forces.Start, work.Forces.Start + 4 * i);
            for (int n = 0; n < count; n++) own[shell.Slots[n]] = shell.Sensitivity[n];
        }
    }

    // The neighbours with S f_c > 0, packed.
    private static int Collect(NeighbourLists lists, int i, double* bonds, NeighbourShell shell)
    {
        int count = 0;
        double* packed = shell.S;
        int* neighbours = lists.Neighbours + i * lists.Stride, slots = shell.Slots, rows = shell.Rows;
        TLanes zero = TLanes.All(0);
        for (int first = 0, end = lists.PaddedCounts[i]; first < end; first += TLanes.Width)
        {
            TLanes values = TLanes.Load(bonds + first);
            uint positive = TLanes.Less(zero, values);
            TLanes.Compress(values, positive, packed + count);
            TLanes.Compress(neighbours + first, positive, rows + count);
            TLanes.Compress(lists.SlotNumbers + first, positive, slots + count);
            count += BitOperations.PopCount(positive);
        }

        return count;
    }

    // Directions and weights of the neighbours.
    private static void Weights(MeamConstants constants, double* rows, double* at, NeighbourShell shell, int count)
    {
        (double b0, double b1, double b2, double b3) = constants.Decay;
        bool secondIsFourthPower = b2 == 4 * b1, thirdIsFirst = b3 == b1;
        TLanes scale = TLanes.All(constants.DensityScale), perDistance = TLanes.All(constants.PerNeighbourDistance), one = TLanes.All(1);
        TLanes xi = TLanes.All(at[0]), yi = TLanes.All(at[1]), zi = TLanes.All(at[2]);
        for (int n = 0; n < count; n += TLanes.Width)
        {
            TLanes.GatherRows(rows, shell.Rows + n, out TLanes x, out TLanes y, out TLanes z);
            (x, y, z) = (x - xi, y - yi, z - zi);
            TLanes r = TLanes.Sqrt(TLanes.MultiplyAdd(x, x, TLanes.MultiplyAdd(y, y, z * z))), perR = one / r;
            TLanes.Store(x * perR, shell.X + n);
            TLanes.Store(y * perR, shell.Y + n);
            TLanes.Store(z * perR, shell.Z + n);
            TLanes.Store(perR, shell.PerR + n);
            TLanes s = TLanes.Load(shell.S + n) * scale, d = one - r * perDistance;
            TLanes.Store(s * Exponential.Of(TLanes.All(b0) * d), shell.W0 + n);
            TLanes e1 = Exponential.Of(TLanes.All(b1) * d);
            TLanes.Store(s * e1, shell.W1 + n);
            TLanes.Store(s * (secondIsFourthPower ? e1 * e1 * (e1 * e1) : Exponential.Of(TLanes.All(b2) * d)), shell.W2 + n);
            TLanes.Store(s * (thirdIsFirst ? e1 : Exponential.Of(TLanes.All(b3) * d)), shell.W3 + n);
        }
    }

    private static void SumLow(NeighbourShell shell, int count, ref Moments m)
    {
        TLanes zero = TLanes.All(0), rho = zero, ax = zero, ay = zero, az = zero, b = zero;
        TLanes bxx = zero, byy = zero, bzz = zero, bxy = zero, bxz = zero, byz = zero;
        for (int n = 0; n < count; n += TLanes.Width)
        {
            TLanes x = TLanes.Load(shell.X + n), y = TLanes.Load(shell.Y + n), z = TLanes.Load(shell.Z + n), w1 = TLanes.Load(shell.W1 + n), w2 = TLanes.Load(shell.W2 + n);
            rho += TLanes.Load(shell.W0 + n);
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

    private static void SumThird(NeighbourShell shell, int count, ref Moments m)
    {
        TLanes zero = TLanes.All(0), cx = zero, cy = zero, cz = zero;
        TLanes xxx = zero, yyy = zero, zzz = zero, xxy = zero, xxz = zero, xyy = zero, yyz = zero, xzz = zero, yzz = zero, xyz = zero;
        for (int n = 0; n < count; n += TLanes.Width)
        {
            TLanes x = TLanes.Load(shell.X + n), y = TLanes.Load(shell.Y + n), z = TLanes.Load(shell.Z + n), w = TLanes.Load(shell.W3 + n);
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

    // The energy; the moments become k0, k1 A, k2 B, k2 b/3, k3 C and 3/5 k3 c: what is left is to contract them with directions.
    private static double Embed(MeamConstants constants, EmbeddingFunction embedding, ref Moments m)
    {
        (double t1, double t2, double t3) = constants.Weights;
        double perRho2 = 1 / (m.Rho * m.Rho), gamma = (t1 * m.First + t2 * m.Second + t3 * m.Third) * perRho2;
        double energy = embedding.Energy(m.Rho, gamma, out double byDensity, out double byGamma), k = 2 * perRho2 * byGamma;
        m.Rho = byDensity - 2 * gamma / m.Rho * byGamma;
        m.Scale(k * t1, k * t2, k * t3);
        return energy;
    }

    private static void Gradient(MeamConstants constants, in Moments m, NeighbourShell shell, int count, double* forces, double* own)
    {
        TLanes zero = TLanes.All(0), fx = zero, fy = zero, fz = zero;
        for (int n = 0; n < count; n += TLanes.Width)
        {
            Contract(m, shell, n);
            Turn(constants, m, shell, n, out TLanes px, out TLanes py, out TLanes pz);
            (fx, fy, fz) = (fx + px, fy + py, fz + pz);
            TLanes.SubtractFromRows(forces, shell.Rows + n, px, py, pz, zero);
        }

        own[0] += TLanes.Sum(fx);
        own[1] += TLanes.Sum(fy);
        own[2] += TLanes.Sum(fz);
    }

    // k2 B·u and k3 C:uu
    private static void Contract(in Moments m, NeighbourShell shell, int n)
    {
        TLanes x = TLanes.Load(shell.X + n), y = TLanes.Load(shell.Y + n), z = TLanes.Load(shell.Z + n);
        TLanes bxy = TLanes.All(m.Bxy), bxz = TLanes.All(m.Bxz), byz = TLanes.All(m.Byz);
        TLanes.Store(TLanes.MultiplyAdd(TLanes.All(m.Bxx), x, TLanes.MultiplyAdd(bxy, y, bxz * z)), shell.Bx + n);
        TLanes.Store(TLanes.MultiplyAdd(bxy, x, TLanes.MultiplyAdd(TLanes.All(m.Byy), y, byz * z)), shell.By + n);
        TLanes.Store(TLanes.MultiplyAdd(bxz, x, TLanes.MultiplyAdd(byz, y, TLanes.All(m.Bzz) * z)), shell.Bz + n);
        TLanes xx = x * x, yy = y * y, zz = z * z, x2 = x + x, xy = x2 * y, xz = x2 * z, yz = (y + y) * z;
        TLanes xxy = TLanes.All(m.Cxxy), xxz = TLanes.All(m.Cxxz), xyy = TLanes.All(m.Cxyy), yyz = TLanes.All(m.Cyyz), xzz = TLanes.All(m.Cxzz), yzz = TLanes.All(m.Cyzz), xyz = TLanes.All(m.Cxyz);
        TLanes.Store(Six(TLanes.All(m.Cxxx), xx, xyy, yy, xzz, zz, xxy, xy, xxz, xz, xyz, yz), shell.Cx + n);
        TLanes.Store(Six(xxy, xx, TLanes.All(m.Cyyy), yy, yzz, zz, xyy, xy, xyz, xz, yyz, yz), shell.Cy + n);
        TLanes.Store(Six(xxz, xx, yyz, yy, TLanes.All(m.Czzz), zz, xyz, xy, xzz, xz, yzz, yz), shell.Cz + n);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes Six(TLanes a, TLanes xx, TLanes b, TLanes yy, TLanes c, TLanes zz, TLanes d, TLanes xy, TLanes e, TLanes xz, TLanes f, TLanes yz) =>
        TLanes.MultiplyAdd(a, xx, TLanes.MultiplyAdd(b, yy, c * zz)) + TLanes.MultiplyAdd(d, xy, TLanes.MultiplyAdd(e, xz, f * yz));

    // ∂F_i/∂(S f_c), and the gradient of F_i by r_ij.
    private static void Turn(MeamConstants constants, in Moments m, NeighbourShell shell, int n, out TLanes px, out TLanes py, out TLanes pz)
    {
        TLanes x = TLanes.Load(shell.X + n), y = TLanes.Load(shell.Y + n), z = TLanes.Load(shell.Z + n), perR = TLanes.Load(shell.PerR + n);
        TLanes w0 = TLanes.Load(shell.W0 + n), w1 = TLanes.Load(shell.W1 + n), w2 = TLanes.Load(shell.W2 + n), w3 = TLanes.Load(shell.W3 + n);
        TLanes ax = TLanes.All(m.Ax), ay = TLanes.All(m.Ay), az = TLanes.All(m.Az), cx = TLanes.All(m.Cx), cy = TLanes.All(m.Cy), cz = TLanes.All(m.Cz);
        TLanes bx = TLanes.Load(shell.Bx + n), by = TLanes.Load(shell.By + n), bz = TLanes.Load(shell.Bz + n);
        TLanes gx = TLanes.Load(shell.Cx + n), gy = TLanes.Load(shell.Cy + n), gz = TLanes.Load(shell.Cz + n);
        TLanes au = Dot(ax, ay, az, x, y, z), bu = Dot(bx, by, bz, x, y, z), cu = Dot(gx, gy, gz, x, y, z), lu = Dot(cx, cy, cz, x, y, z);
        TLanes v0 = TLanes.All(m.Rho) * w0, v1 = au * w1, v2 = (bu - TLanes.All(m.B)) * w2, v3 = (cu - lu) * w3;
        TLanes.Store((v0 + v1 + (v2 + v3)) / TLanes.Load(shell.S + n), shell.Sensitivity + n);

        (double b0, double b1, double b2, double b3) = constants.RadialSlopes;
        TLanes two = w2 + w2, three = w3 + w3 + w3;
        TLanes qx = TLanes.MultiplyAdd(w1, ax, TLanes.MultiplyAdd(two, bx, TLanes.NegateMultiplyAdd(w3, cx, three * gx)));
        TLanes qy = TLanes.MultiplyAdd(w1, ay, TLanes.MultiplyAdd(two, by, TLanes.NegateMultiplyAdd(w3, cy, three * gy)));
        TLanes qz = TLanes.MultiplyAdd(w1, az, TLanes.MultiplyAdd(two, bz, TLanes.NegateMultiplyAdd(w3, cz, three * gz)));
        TLanes radial = TLanes.MultiplyAdd(TLanes.All(b0), v0, TLanes.All(b1) * v1) + TLanes.MultiplyAdd(TLanes.All(b2), v2, TLanes.All(b3) * v3);
        TLanes along = TLanes.NegateMultiplyAdd(Dot(qx, qy, qz, x, y, z), perR, radial);
        px = TLanes.MultiplyAdd(qx, perR, along * x);
        py = TLanes.MultiplyAdd(qy, perR, along * y);
        pz = TLanes.MultiplyAdd(qz, perR, along * z);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes Dot(TLanes ax, TLanes ay, TLanes az, TLanes x, TLanes y, TLanes z) => TLanes.MultiplyAdd(ax, x, TLanes.MultiplyAdd(ay, y, az * z));
}
