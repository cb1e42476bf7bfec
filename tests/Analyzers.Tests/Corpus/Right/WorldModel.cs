[Module]
public partial class MixtureRnn(int latent, int actions, int hidden, int mixtures)
{
    private readonly LSTM lstm = new(latent + actions, hidden, batchFirst: true);
    private readonly Linear output = new(hidden, mixtures * (2 * latent + 1));

    public (Tensor Pi, Tensor Mu, Tensor Sigma) Forward([Shape("N, T, latent")] Tensor z, [Shape("N, T, actions")] Tensor a)
    {
        var (h, _) = lstm.Forward(F.Cat([z, a], -1));
        var parts = output.Forward(h).Split([mixtures, mixtures * latent, mixtures * latent], -1);
        var (n, t) = (z.Size(0), z.Size(1));
        return (F.LogSoftmax(parts[0], -1), parts[1].View(n, t, mixtures, latent), parts[2].View(n, t, mixtures, latent).Exp());
    }
}
