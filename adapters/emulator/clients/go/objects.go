package main

import (
	"bytes"
	"context"
	"fmt"

	"github.com/Azure/azure-sdk-for-go/sdk/azcore"
	"github.com/Azure/azure-sdk-for-go/sdk/azcore/to"
	"github.com/Azure/azure-sdk-for-go/sdk/security/keyvault/azcertificates"
	"github.com/Azure/azure-sdk-for-go/sdk/security/keyvault/azkeys"
	"github.com/Azure/azure-sdk-for-go/sdk/security/keyvault/azsecrets"
)

func secrets(ctx context.Context, url string, credential azcore.TokenCredential) error {
	client, err := azsecrets.NewClient(url, credential, &azsecrets.ClientOptions{DisableChallengeResourceVerification: true})
	if err != nil {
		return err
	}
	name := unique("secret")
	if _, err := client.SetSecret(ctx, name, azsecrets.SetSecretParameters{Value: to.Ptr("value")}, nil); err != nil {
		return err
	}
	return lifecycle(object{
		get:        func() error { _, err := client.GetSecret(ctx, name, "", nil); return err },
		delete:     func() error { _, err := client.DeleteSecret(ctx, name, nil); return err },
		getDeleted: func() error { _, err := client.GetDeletedSecret(ctx, name, nil); return err },
		recover:    func() error { _, err := client.RecoverDeletedSecret(ctx, name, nil); return err },
		purge:      func() error { _, err := client.PurgeDeletedSecret(ctx, name, nil); return err },
		backup: func() ([]byte, error) {
			answer, err := client.BackupSecret(ctx, name, nil)
			return answer.Value, err
		},
		restore: func(blob []byte) error {
			_, err := client.RestoreSecret(ctx, azsecrets.RestoreSecretParameters{SecretBackup: blob}, nil)
			return err
		},
	})
}

func keys(ctx context.Context, url string, credential azcore.TokenCredential) error {
	client, err := azkeys.NewClient(url, credential, &azkeys.ClientOptions{DisableChallengeResourceVerification: true})
	if err != nil {
		return err
	}
	name := unique("key")
	parameters := azkeys.CreateKeyParameters{Kty: to.Ptr(azkeys.KeyTypeRSA), KeySize: to.Ptr(int32(2048))}
	if _, err := client.CreateKey(ctx, name, parameters, nil); err != nil {
		return err
	}
	err = lifecycle(object{
		get:        func() error { _, err := client.GetKey(ctx, name, "", nil); return err },
		delete:     func() error { _, err := client.DeleteKey(ctx, name, nil); return err },
		getDeleted: func() error { _, err := client.GetDeletedKey(ctx, name, nil); return err },
		recover:    func() error { _, err := client.RecoverDeletedKey(ctx, name, nil); return err },
		purge:      func() error { _, err := client.PurgeDeletedKey(ctx, name, nil); return err },
		backup: func() ([]byte, error) {
			answer, err := client.BackupKey(ctx, name, nil)
			return answer.Value, err
		},
		restore: func(blob []byte) error {
			_, err := client.RestoreKey(ctx, azkeys.RestoreKeyParameters{KeyBackup: blob}, nil)
			return err
		},
	})
	if err != nil {
		return err
	}
	return encryptAndDecrypt(ctx, client, name)
}

func encryptAndDecrypt(ctx context.Context, client *azkeys.Client, name string) error {
	algorithm := to.Ptr(azkeys.EncryptionAlgorithmRSAOAEP256)
	text := []byte("text")
	sealed, err := client.Encrypt(ctx, name, "", azkeys.KeyOperationParameters{Algorithm: algorithm, Value: text}, nil)
	if err != nil {
		return err
	}
	opened, err := client.Decrypt(ctx, name, "", azkeys.KeyOperationParameters{Algorithm: algorithm, Value: sealed.Result}, nil)
	if err == nil && !bytes.Equal(opened.Result, text) {
		err = fmt.Errorf("decryption gave %q", opened.Result)
	}
	return err
}

func certificates(ctx context.Context, url string, credential azcore.TokenCredential) error {
	client, err := azcertificates.NewClient(url, credential, &azcertificates.ClientOptions{DisableChallengeResourceVerification: true})
	if err != nil {
		return err
	}
	name := unique("certificate")
	parameters := azcertificates.CreateCertificateParameters{
		CertificatePolicy: &azcertificates.CertificatePolicy{
			IssuerParameters:          &azcertificates.IssuerParameters{Name: to.Ptr("Self")},
			X509CertificateProperties: &azcertificates.X509CertificateProperties{Subject: to.Ptr("CN=MyCert")},
		},
	}
	if _, err := client.CreateCertificate(ctx, name, parameters, nil); err != nil {
		return err
	}
	operation, err := client.GetCertificateOperation(ctx, name, nil)
	if err != nil {
		return err
	}
	if *operation.Status != "completed" {
		return fmt.Errorf("the creation is %s", *operation.Status)
	}
	return lifecycle(object{
		get:        func() error { _, err := client.GetCertificate(ctx, name, "", nil); return err },
		delete:     func() error { _, err := client.DeleteCertificate(ctx, name, nil); return err },
		getDeleted: func() error { _, err := client.GetDeletedCertificate(ctx, name, nil); return err },
		recover:    func() error { _, err := client.RecoverDeletedCertificate(ctx, name, nil); return err },
		purge:      func() error { _, err := client.PurgeDeletedCertificate(ctx, name, nil); return err },
		backup: func() ([]byte, error) {
			answer, err := client.BackupCertificate(ctx, name, nil)
			return answer.Value, err
		},
		restore: func(blob []byte) error {
			_, err := client.RestoreCertificate(ctx, azcertificates.RestoreCertificateParameters{CertificateBackup: blob}, nil)
			return err
		},
	})
}
