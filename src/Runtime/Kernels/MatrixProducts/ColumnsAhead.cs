namespace NnGen.Kernels;

/// <summary>
/// Fetches columns of a matrix into the second-level cache a few rows at a time, while something else is computed. Rows that lie
/// far apart are nothing that the processor fetches by itself.
/// </summary>
/// <param name="first">The first element.</param>
/// <param name="rowStep">Distance of two rows.</param>
/// <param name="columns">Number of columns.</param>
/// <param name="rows">Number of rows.</param>
/// <param name="turns">How often <see cref="Fetch"/> is called.</param>
internal unsafe struct ColumnsAhead(float* first, nint rowStep, int columns, int rows, int turns)
{
    private readonly int _rowsAtATime = (rows + turns - 1) / turns;
    private float* _row = first;
    private int _rowsLeft = columns == 0 ? 0 : rows;

    /// <summary>Fetches the next rows.</summary>
    public void Fetch()
    {
        int count = Math.Min(_rowsAtATime, _rowsLeft);
        _rowsLeft -= count;
        for (; count > 0; count--)
        {
            Cache.PrefetchToSecondLevel(_row, columns);
            _row += rowStep;
        }
    }
}
