namespace LiMeso.Atomistics.Meam.Kernel;

/// <summary>The moments of an atom's neighbours: ρ0, A, B, b, C, c of the density pass.</summary>
internal struct Moments
{
    public double Rho, B, Ax, Ay, Az, Bxx, Byy, Bzz, Bxy, Bxz, Byz, Cx, Cy, Cz;
    public double Cxxx, Cyyy, Czzz, Cxxy, Cxxz, Cxyy, Cyyz, Cxzz, Cyzz, Cxyz;

    /// <summary>ρ1² = A·A.</summary>
    public readonly double First => Ax * Ax + Ay * Ay + Az * Az;

    /// <summary>ρ2² = B:B − b²/3.</summary>
    public readonly double Second => Bxx * Bxx + Byy * Byy + Bzz * Bzz + 2 * (Bxy * Bxy + Bxz * Bxz + Byz * Byz) - B * B / 3;

    /// <summary>ρ3² = C⋮C − 3/5 c·c.</summary>
    public readonly double Third => Cxxx * Cxxx + Cyyy * Cyyy + Czzz * Czzz
        + 3 * (Cxxy * Cxxy + Cxxz * Cxxz + Cxyy * Cxyy + Cyyz * Cyyz + Cxzz * Cxzz + Cyzz * Cyzz) + 6 * Cxyz * Cxyz - 0.6 * (Cx * Cx + Cy * Cy + Cz * Cz);

    /// <summary>Turns A, B, b, C, c into k1 A, k2 B, k2 b/3, k3 C, 3/5 k3 c.</summary>
    public void Scale(double k1, double k2, double k3)
    {
        (Ax, Ay, Az) = (k1 * Ax, k1 * Ay, k1 * Az);
        (Bxx, Byy, Bzz, B) = (k2 * Bxx, k2 * Byy, k2 * Bzz, k2 * B / 3);
        (Bxy, Bxz, Byz) = (k2 * Bxy, k2 * Bxz, k2 * Byz);
        (Cx, Cy, Cz) = (0.6 * k3 * Cx, 0.6 * k3 * Cy, 0.6 * k3 * Cz);
        (Cxxx, Cyyy, Czzz, Cxyz) = (k3 * Cxxx, k3 * Cyyy, k3 * Czzz, k3 * Cxyz);
        (Cxxy, Cxxz, Cxyy) = (k3 * Cxxy, k3 * Cxxz, k3 * Cxyy);
        (Cyyz, Cxzz, Cyzz) = (k3 * Cyyz, k3 * Cxzz, k3 * Cyzz);
    }
}
