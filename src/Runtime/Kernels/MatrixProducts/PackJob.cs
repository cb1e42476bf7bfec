using System.Runtime.CompilerServices;

namespace NnGen.Kernels;

/// <summary>Packs the panels of one block, each part some of them.</summary>
internal unsafe struct PackJob : IJob
{
    /// <summary>Elements worth a thread of their own.</summary>
    private const long PartLength = 1 << 15;

    public TileJob Tiles;

    public readonly int Parts
    {
        get
        {
            int panels = Tiles.Panels.Count - Tiles.Panels.FirstPacked;
            return (int)Math.Clamp(Tiles.Panels.PackedLength(Tiles.LengthK) / PartLength, 1, panels);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<V>(int part)
        where V : struct, IVector<V>
    {
        ref readonly Product product = ref Tiles.Product;
        Panels panels = Tiles.Panels;
        int parts = Parts;
        int count = panels.Count - panels.FirstPacked;
        int end = panels.FirstPacked + count * (part + 1) / parts;
        for (int panel = panels.FirstPacked + count * part / parts; panel < end; panel++)
        {
            int column = panels.FirstColumn + panels.Start(panel);
            int width = panels.Vectors(panel) * V.Count;
            float* target = Tiles.Packed + panels.PackedStart(panel, Tiles.LengthK);
            if (product.TransB)
            {
                float* source = product.B + column * product.RowStepB + Tiles.FirstK;
                Packing.TransposeColumns<V>(source, product.RowStepB, panels.Columns(panel), Tiles.LengthK, target, width);
            }
            else
            {
                float* source = product.B + Tiles.FirstK * product.RowStepB + column;
                Packing.CopyColumns<V>(source, product.RowStepB, panels.Columns(panel), Tiles.LengthK, target, width);
            }
        }
    }
}
