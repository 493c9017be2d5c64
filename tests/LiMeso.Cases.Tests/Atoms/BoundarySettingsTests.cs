using System.Globalization;
using LiMeso.Atomistics.Bicrystals;
using LiMeso.Atomistics.Structures.Crystals;
using LiMeso.Cases.Atoms;
using LiMeso.Core.Input;

namespace LiMeso.Cases.Tests.Atoms;

public sealed class BoundarySettingsTests
{
    private static BoundarySettings From(string yaml) => NodeSectionReader.Read(YamlInput.Parse($"boundary: {{{yaml}}}", "case.yaml"), "", s => s.Section("boundary", "A boundary.", BoundarySettings.Read));

    // Written as people write them, with two decimals.
    [Theory]
    [InlineData("0 0 1", "36.87 deg", "S5(310)/[001] tilt", "GB04")]
    [InlineData("0 0 1", "53.13 deg", "S5(210)/[001] tilt", "GB07")]
    [InlineData("0 0 1", "126.87 deg", "S5(120)/[001] tilt", null)]         // of the other cube axis
    [InlineData("0 0 1", "143.13 deg", "S5(130)/[001] tilt", null)]
    [InlineData("1 1 1", "38.21 deg", "S7(3-2-1)/[111] tilt", null)]
    [InlineData("1 1 1", "81.79 deg", "S7(3-1-2)/[111] tilt", null)]         // of another face diagonal
    [InlineData("0 1 -1", "109.47 deg", "S3(111)/[01-1] tilt", "GB20")]
    public void A_tilt_is_found_by_its_angle(string axis, string angle, string label, string? id)
    {
        BoundarySettings found = From($"kind: tilt, axis: {axis}, angle: {angle}");
        Assert.Equal((label, id), (found.Geometry.Label, found.Id));
    }

    [Theory]
    [InlineData("0 0 1", 1, 0, 0)]
    [InlineData("1 1 1", 1, -1, 0)]
    [InlineData("1 1 0", 0, 0, 1)]
    [InlineData("1 1 2", 1, -1, 0)]
    public void Every_angle_of_a_tilt_between_0_and_180_degrees_is_understood_with_and_without_its_plane(string axisText, int u, int v, int w)
    {
        LatticeDirection axis = BoundaryCatalogue.ParseDirection(axisText), reference = new(u, v, w), across = LatticeDirection.Cross(axis, reference).Primitive;
        double largest = 0;
        foreach ((int h, int k) in from h in Enumerable.Range(1, 5) from k in Enumerable.Range(1, 5) select (h, k))
        {
            LatticeDirection plane = (h * reference + k * across).Primitive;
            if (LatticeDirection.Dot(plane, plane) <= 2) continue;          // a mirror plane
            double degrees = 2 * Math.Atan2(k * across.Length, h * reference.Length) * 180 / Math.PI;
            string angle = degrees.ToString("0.00", CultureInfo.InvariantCulture), indices = $"{plane.U} {plane.V} {plane.W}";
            BoundarySettings byAngle = From($"kind: tilt, axis: {axisText}, angle: {angle} deg"), byBoth = From($"axis: {axisText}, plane: {indices}, angle: {angle} deg");
            Assert.Equal(byBoth.Geometry.Sigma, byAngle.Geometry.Sigma);
            Assert.Equal(byBoth.Geometry.Angle, byAngle.Geometry.Angle, 1e-9);
            largest = Math.Max(largest, degrees);
        }

        Assert.True(largest > 140);
    }

    [Theory]
    [InlineData("axis: 0 0 1, kind: twist", "a twist needs its angle", "Give 'angle'")]
    [InlineData("axis: 0 0 1, kind: tilt", "a tilt needs its plane or its angle", "Give 'plane'")]
    [InlineData("axis: 0 0 1, plane: 1 1 0", "is a mirror plane", "none of {1 0 0} and {1 1 0}")]
    [InlineData("axis: 0 0 1, plane: 3 1 1, kind: tilt", "is not at right angles", "Give a 'plane' that contains the axis")]
    [InlineData("axis: 1 2 3, plane: 3 0 -1", "there is no symmetric tilt about [1 2 3]", "Give an axis")]
    [InlineData("axis: 0 0 1, angle: 28 deg, kind: twist", "28.0725", "Give an 'angle'")]
    [InlineData("axis: 0 0 1, angle: 90 deg, kind: twist", "is a symmetry of the crystal", "Give an 'angle'")]
    [InlineData("axis: 0 0 1, plane: 3 1 0, angle: 30 deg", "contradict each other", "Leave one of them out")]
    [InlineData("axis: 997 1 0, plane: 1 -997 500", "its cell would be too large", "smaller indices")]
    [InlineData("id: GB04, separation: 5 A", "'separation' must be between 10 A and 10000 A, found '5 A'", "")]
    public void What_is_no_boundary_is_told_with_what_to_write_instead(string yaml, string problem, string advice)
    {
        string message = Assert.Throws<InputException>(() => From(yaml)).Message;
        Assert.StartsWith("case.yaml:1:", message, StringComparison.Ordinal);
        Assert.Contains(problem, message, StringComparison.Ordinal);
        Assert.Contains(advice, message, StringComparison.Ordinal);
    }
}
