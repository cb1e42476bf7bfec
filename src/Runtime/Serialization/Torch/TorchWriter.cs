using System.Globalization;

namespace NnGen.Serialization;

/// <summary>Writes a file of <c>torch.save</c>.</summary>
internal static class TorchWriter
{
    private const string Prefix = "archive/";

    /// <summary>Writes a value, and the memory of its tensors once each.</summary>
    public static void Save(string path, object value)
    {
        var storages = new List<TensorBase>();
        var keys = new Dictionary<object, string>(ReferenceEqualityComparer.Instance);
        var pickle = new PickleWriter(KeyOf).Write(value);
        AtomicFile.Write(path, stream =>
        {
            var archive = new ZipWriter(stream);
            archive.Add(Prefix + "data.pkl", pickle.Span);
            archive.Add(Prefix + "byteorder", "little"u8);
            for (int i = 0; i < storages.Count; i++)
                archive.Add(string.Create(CultureInfo.InvariantCulture, $"{Prefix}data/{i}"), TensorBytes.Read(storages[i]));
            archive.Add(Prefix + "version", "3\n"u8);
            archive.Finish();
        });

        string KeyOf(TensorBase tensor)
        {
            var memory = TensorBytes.Memory(tensor);
            if (!keys.TryGetValue(memory, out var key))
            {
                keys.Add(memory, key = storages.Count.ToString(CultureInfo.InvariantCulture));
                storages.Add(tensor);
            }

            return key;
        }
    }
}
