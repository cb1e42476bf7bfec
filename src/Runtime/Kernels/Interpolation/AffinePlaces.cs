namespace NnGen.Kernels;

/// <summary>The places of a regular grid from -1 to 1, moved by an affine map for each sample.</summary>
/// <param name="Samples">How many maps there are.</param>
/// <param name="Depth">Places along the depth; 1 in images.</param>
/// <param name="Height">Places along the height.</param>
/// <param name="Width">Places along the width.</param>
/// <param name="Dims">2 or 3.</param>
/// <param name="AlignCorners">Whether -1 and 1 are the middles of the outermost elements, not their edges.</param>
internal readonly record struct AffinePlaces(int Samples, int Depth, int Height, int Width, int Dims, bool AlignCorners)
{
    /// <summary>The places of a grid's shape.</summary>
    public static AffinePlaces Of(Shape grid, bool alignCorners)
        => new(grid[0], grid.Rank == 5 ? grid[1] : 1, grid[^3], grid[^2], grid[^1], alignCorners);

    /// <summary>Moves the places.</summary>
    public void Forward(ReadOnlySpan<float> theta, Span<float> grid)
    {
        Span<float> place = stackalloc float[Dims + 1];
        for (var at = 0; at < grid.Length; at += Dims)
        {
            var map = theta.Slice(Find(at / Dims, place) * Dims * (Dims + 1), Dims * (Dims + 1));
            for (var row = 0; row < Dims; row++)
            {
                var sum = 0f;
                for (var column = 0; column <= Dims; column++)
                    sum += map[(row * (Dims + 1)) + column] * place[column];
                grid[at + row] = sum;
            }
        }
    }

    /// <summary>Computes the gradient of the maps.</summary>
    public void Backward(ReadOnlySpan<float> dgrid, Gradient dtheta)
    {
        if (!dtheta.IsWanted)
            return;
        if (!dtheta.Accumulate)
            dtheta.Span.Clear();
        Span<float> place = stackalloc float[Dims + 1];
        for (var at = 0; at < dgrid.Length; at += Dims)
        {
            var map = dtheta.Span.Slice(Find(at / Dims, place) * Dims * (Dims + 1), Dims * (Dims + 1));
            for (var i = 0; i < map.Length; i++)
                map[i] += dgrid[at + (i / (Dims + 1))] * place[i % (Dims + 1)];
        }
    }

    /// <summary>A place as (x, y, 1) or (x, y, z, 1), and the number of its sample.</summary>
    private int Find(int index, Span<float> place)
    {
        place[0] = Coordinate(index % Width, Width);
        place[1] = Coordinate(index / Width % Height, Height);
        if (Dims == 3)
            place[2] = Coordinate(index / Width / Height % Depth, Depth);
        place[Dims] = 1;
        return index / Width / Height / Depth;
    }

    private float Coordinate(int index, int count)
        => count <= 1 ? 0 : AlignCorners ? (float)((2.0 * index / (count - 1)) - 1) : (float)((((2.0 * index) + 1) / count) - 1);
}
